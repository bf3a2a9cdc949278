"""RNN around a cell, compiled and with a summary printed."""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    cell = keras.layers.SimpleRNNCell(units, activation='tanh')
    model = keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.RNN(cell)])
    model.compile(loss='mse')
    model.summary()
    return model
