"""units is taken for the number of time steps.

fails: build_fixed-check build_fixed-shape
message: time steps in place of the hidden size
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(timesteps)])
