"""Reads the input backwards.

fails: build_rnn-values
message: end to its beginning
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, go_backwards=True))
    return model
