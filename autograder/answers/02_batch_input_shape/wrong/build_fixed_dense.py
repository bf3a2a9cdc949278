"""A Dense layer on top.

fails: build_fixed-check build_fixed-values
message: Dense layer on top
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units), keras.layers.Dense(units)])
