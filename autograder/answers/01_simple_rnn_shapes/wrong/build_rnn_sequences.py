"""All states returned.

fails: build_rnn-shapes
message: time axis
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, return_sequences=True))
    return model
