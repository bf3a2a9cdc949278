"""A GRU in place of a SimpleRNN.

fails: build_fixed-check build_fixed-values
message: GRU
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), keras.layers.GRU(units)])
