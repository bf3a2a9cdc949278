"""The time axis comes before the batch.

fails: build_fixed-check build_fixed-shape
message: batch and the time steps swapped
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(timesteps, batch, input_dim)), SimpleRNN(units)])
