"""A penalty on the kernel, which is in no output.

fails: build_rnn-values
message: penalty
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, kernel_regularizer="l2")])
