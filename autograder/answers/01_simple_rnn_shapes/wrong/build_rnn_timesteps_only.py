"""The input shape lacks the input dimension.

fails: build_rnn-shapes build_rnn-values build_rnn-again
message: expected ndim=3
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps,)))
    model.add(SimpleRNN(units))
    return model
