"""The time steps are left open.

fails: build_fixed-check build_fixed-shape
message: leaves the time steps open
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, None, input_dim)), SimpleRNN(units)])
