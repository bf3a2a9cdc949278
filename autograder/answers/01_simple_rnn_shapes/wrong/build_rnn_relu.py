"""ReLU.

fails: build_rnn-values
message: ReLU
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units, activation='relu'))
    return model
