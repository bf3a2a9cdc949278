"""A list."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return [batch, units]
