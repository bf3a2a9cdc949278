"""return_sequences is set.

fails: build_fixed-check build_fixed-shape
message: time axis
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, return_sequences=True)])
