"""A layer without bias.

fails: build_rnn-values
message: no bias
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, use_bias=False))
    return model
