"""Weights that begin as zeros.

fails: build_rnn-values
message: other weights than by default
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, kernel_initializer='zeros', recurrent_initializer='zeros'))
    return model
