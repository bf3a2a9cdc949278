"""The functional API."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(x, SimpleRNN(units)(x))
