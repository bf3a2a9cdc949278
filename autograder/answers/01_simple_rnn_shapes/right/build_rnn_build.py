"""Built afterwards."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential([keras.layers.SimpleRNN(units)])
    model.build((None, timesteps, input_dim))
    return model
