"""The sizes of the worked cell, whatever the arguments.

fails: build_fixed-shape
message: hard-coded sizes
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(8, 2, 10)), SimpleRNN(3)])
