"""Input(batch_shape=) with an open batch."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(batch_shape=(None, timesteps, input_dim)))
    model.add(SimpleRNN(units))
    return model
