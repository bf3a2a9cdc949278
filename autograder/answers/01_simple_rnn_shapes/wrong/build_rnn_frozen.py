"""Weights that are not trained.

fails: build_rnn-values
message: not trained
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, trainable=False))
    return model
