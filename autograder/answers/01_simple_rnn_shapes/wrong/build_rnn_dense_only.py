"""A dense layer.

fails: build_rnn-shapes build_rnn-values
message: time axis
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.Dense(units))
    return model
