"""A mask that only shows where a time step is all zeros.

fails: build_rnn-values
message: leave out the mask
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), keras.layers.Masking(), SimpleRNN(units)])
