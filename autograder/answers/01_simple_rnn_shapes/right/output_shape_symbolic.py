"""Asks a tensor without values."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return SimpleRNN(units)(x).shape
