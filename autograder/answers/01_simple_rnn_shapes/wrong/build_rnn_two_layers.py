"""A layer for each of two time steps.

fails: build_rnn-values
message: two recurrent layers
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_sequences=True))
    model.add(SimpleRNN(units))
    return model
