"""The batch as an axis of shape, too.

fails: build_rnn-shapes build_rnn-values build_rnn-again
message: ndim=4
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(None, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model
