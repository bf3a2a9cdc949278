"""Keras was asked for the shape."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return SimpleRNN(units).compute_output_shape((batch, timesteps, input_dim))
