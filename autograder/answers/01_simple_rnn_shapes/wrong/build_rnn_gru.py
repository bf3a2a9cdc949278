"""A GRU.

fails: build_rnn-values
message: GRU
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.GRU(units))
    return model
