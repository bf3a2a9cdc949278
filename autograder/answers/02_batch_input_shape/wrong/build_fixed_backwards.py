"""The layer reads the time steps backwards.

fails: build_fixed-values
message: backwards
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(units, go_backwards=True)])
