"""The old argument, which Keras 3 refuses.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: Unrecognized keyword
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units, batch_input_shape=(batch, timesteps, input_dim))])
