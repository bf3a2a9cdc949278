"""No input shape: the model is not built.

fails: build_rnn-shapes build_rnn-values build_rnn-again
message: not built
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units)])
