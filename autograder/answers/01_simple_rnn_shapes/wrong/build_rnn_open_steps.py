"""The time steps are left open.

fails: build_rnn-shapes
message: leaves the time steps open
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(None, input_dim)))
    model.add(SimpleRNN(units))
    return model
