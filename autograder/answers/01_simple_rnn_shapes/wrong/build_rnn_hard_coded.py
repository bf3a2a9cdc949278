"""The sizes of the example.

fails: build_rnn-shapes
message: hard-coded
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(2, 10)))
    model.add(SimpleRNN(3))
    return model
