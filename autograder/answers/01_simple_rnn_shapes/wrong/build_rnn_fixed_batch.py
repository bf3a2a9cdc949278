"""A batch of 8 is fixed.

fails: build_rnn-shapes
message: input shape
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(8, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model
