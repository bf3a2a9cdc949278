"""The input dimension is left out.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: expected ndim=3, found ndim=2
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps)), SimpleRNN(units)])
