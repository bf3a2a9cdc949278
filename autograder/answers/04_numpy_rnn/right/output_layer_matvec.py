"""One matrix and vector for each time step, by broadcasting."""

# %% output_layer
def output_layer(states, Wy, by):
    return (Wy[np.newaxis] @ states[:, :, np.newaxis])[..., 0] + by
