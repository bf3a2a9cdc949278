"""An LSTM.

fails: build_rnn-values
message: LSTM
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(keras.layers.LSTM(units))
    return model
