"""The functional API."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    inputs = keras.Input((timesteps, input_dim))
    outputs = keras.layers.SimpleRNN(units)(inputs)
    return keras.Model(inputs, outputs, name='simple')
