"""The bias starts with ones.

fails: build_rnn-values
message: other weights than by default
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([keras.Input((timesteps, input_dim)), SimpleRNN(units, bias_initializer="ones")])
