"""The hidden size as input dimension.

fails: build_rnn-shapes
message: in place of the input dimension
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, units)))
    model.add(SimpleRNN(units))
    return model
