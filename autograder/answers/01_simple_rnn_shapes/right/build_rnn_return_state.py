"""The last state by return_state, in the functional API."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    x = keras.Input((timesteps, input_dim))
    out, state = SimpleRNN(units, return_state=True)(x)
    return keras.Model(x, state)
