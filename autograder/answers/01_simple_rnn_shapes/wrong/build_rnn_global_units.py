"""A global in place of the argument.

fails: build_rnn-shapes
message: output shape
"""

# %% build_rnn
hidden_size = 8


def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(hidden_size)])
