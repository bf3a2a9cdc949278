"""keras.layers.RNN around a SimpleRNNCell, which computes the same."""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    x = keras.Input(batch_shape=(batch, timesteps, input_dim))
    return keras.Model(x, keras.layers.RNN(keras.layers.SimpleRNNCell(units))(x))
