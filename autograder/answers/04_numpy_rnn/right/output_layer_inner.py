"""np.inner."""

# %% output_layer
def output_layer(states, Wy, by):
    return np.add(np.inner(states, Wy), by)
