"""The batch is not declared.

fails: build_fixed-check build_fixed-shape
message: leaves the batch open
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(shape=(timesteps, input_dim)), SimpleRNN(units)])
