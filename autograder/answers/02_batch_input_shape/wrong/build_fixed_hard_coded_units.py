"""The units of the worked cell, whatever the argument.

fails: build_fixed-shape
message: hard-coded hidden size
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(batch, timesteps, input_dim)), SimpleRNN(3)])
