"""The hidden size of the example.

fails: build_rnn-shapes
message: hard-coded hidden size
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(3))
    return model
