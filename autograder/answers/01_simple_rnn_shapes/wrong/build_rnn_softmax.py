"""Softmax in place of tanh.

fails: build_rnn-values
message: softmax
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, activation="softmax")])
