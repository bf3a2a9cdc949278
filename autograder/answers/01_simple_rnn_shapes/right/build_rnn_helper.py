"""A helper function, and a warning of its own."""

# %% build_rnn
def layers(shape, units):
    yield keras.Input(shape=shape)
    yield SimpleRNN(units)


def build_rnn(timesteps, input_dim, units):
    warnings.warn('building')
    return keras.Sequential(list(layers((timesteps, input_dim), units)))
