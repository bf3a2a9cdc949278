"""One output unit on top.

fails: build_rnn-shapes build_rnn-values
message: layer on top
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.add(keras.layers.Dense(1))
    return model
