"""As many units as time steps.

fails: build_rnn-shapes
message: time steps in place of the hidden size
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(timesteps))
    return model
