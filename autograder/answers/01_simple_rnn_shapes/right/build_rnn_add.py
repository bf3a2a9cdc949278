"""Layers added one by one, with names."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim), name='sentence'))
    model.add(SimpleRNN(units, name='memory'))
    return model
