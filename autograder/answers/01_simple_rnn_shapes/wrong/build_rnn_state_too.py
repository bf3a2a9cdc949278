"""The state is returned as well.

fails: build_rnn-shapes build_rnn-values
message: more than one
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_state=True))
    return model
