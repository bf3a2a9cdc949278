"""Time steps and input dimension swapped.

fails: build_rnn-shapes
message: swapped
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(input_dim, timesteps)))
    model.add(SimpleRNN(units))
    return model
