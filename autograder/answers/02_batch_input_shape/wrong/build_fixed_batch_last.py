"""The batch axis comes last.

fails: build_fixed-check build_fixed-shape
message: batch last
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([keras.Input(batch_shape=(timesteps, input_dim, batch)), SimpleRNN(units)])
