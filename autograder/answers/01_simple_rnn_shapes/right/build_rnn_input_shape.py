"""The old keyword, which warns."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, input_shape=(timesteps, input_dim))])
