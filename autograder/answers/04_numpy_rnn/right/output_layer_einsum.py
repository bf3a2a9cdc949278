"""einsum."""

# %% output_layer
def output_layer(states, Wy, by):
    return np.einsum("th,oh->to", states, Wy) + by
