"""The model is built and summarised, not returned.

fails: build_rnn-shapes build_rnn-values build_rnn-again
message: NoneType
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.summary()
