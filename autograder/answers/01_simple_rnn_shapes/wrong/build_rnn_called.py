"""Built by a call on one row, which fixes the batch at 1.

fails: build_rnn-check build_rnn-shapes
message: batch of 1
"""

# %% build_rnn
def build_rnn(timesteps, input_dim, units):
    model = keras.Sequential([SimpleRNN(units)])
    model(np.zeros((1, timesteps, input_dim)))
    return model
