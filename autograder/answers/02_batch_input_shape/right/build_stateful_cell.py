"""keras.layers.RNN around a SimpleRNNCell, which computes the same."""

# %% build_stateful
def build_stateful(batch, timesteps, input_dim, units):
    cell = keras.layers.SimpleRNNCell(units)
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(batch, timesteps, input_dim)))
    model.add(keras.layers.RNN(cell, return_sequences=True, stateful=True))
    return model
