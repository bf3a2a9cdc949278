"""The layer RNN around a SimpleRNNCell."""

# %% build_states_model
def build_states_model(timesteps, input_dim, units):
    x = keras.Input(shape=(timesteps, input_dim))
    rnn = keras.layers.RNN(keras.layers.SimpleRNNCell(units), return_sequences=True, return_state=True)
    outputs = rnn(x)
    return keras.Model(x, [outputs[0], outputs[1]])
