"""No input shape at all.

fails: build_fixed-check build_fixed-shape build_fixed-values
message: not built
"""

# %% build_fixed
def build_fixed(batch, timesteps, input_dim, units):
    return keras.Sequential([SimpleRNN(units)])
