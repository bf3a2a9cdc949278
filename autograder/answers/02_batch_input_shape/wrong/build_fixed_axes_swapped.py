"""Time steps and input dimension are swapped.

fails: build_fixed-check build_fixed-shape
message: time steps and input dimension swapped
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, input_dim, timesteps)), SimpleRNN(units)])
