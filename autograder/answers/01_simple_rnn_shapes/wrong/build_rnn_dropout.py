"""A layer with dropout.

fails: build_rnn-values
message: dropout
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, recurrent_dropout=0.5))
    return model
