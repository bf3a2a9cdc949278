"""A loop over the steps, np.stack."""

# %% output_layer
def output_layer(states, Wy, by):
    outputs = []
    for h in states:
        outputs.append(np.dot(Wy, h) + by)
    return np.stack(outputs)
