"""The batch stands in shape=, which adds one more.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: expected ndim=3, found ndim=4
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(batch, timesteps, input_dim)), SimpleRNN(units)])
