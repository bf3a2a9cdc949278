"""The old keywords, which Keras refuses.

fails: build_rnn-shapes build_rnn-values build_rnn-again
message: input_length
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, input_length=timesteps, input_dim=input_dim)])
