"""The layer has no bias.

fails: build_fixed-check build_fixed-values
message: no bias
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, use_bias=False)])
