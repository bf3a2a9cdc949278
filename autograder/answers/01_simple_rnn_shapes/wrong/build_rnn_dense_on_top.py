"""A dense layer on top.

fails: build_rnn-values
message: dense layer on top
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential()
    model.add(keras.Input(shape=(timesteps, input_dim)))
    model.add(SimpleRNN(units))
    model.add(keras.layers.Dense(units))
    return model
