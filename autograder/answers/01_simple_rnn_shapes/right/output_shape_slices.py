"""The shape is put together from slices of the input shape, with a print."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    shape = (batch, timesteps, input_dim)
    print('input', shape)
    return shape[:1] + (units,)
