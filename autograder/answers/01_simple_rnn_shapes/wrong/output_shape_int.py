"""The hidden size alone.

fails: output_shape-sizes output_shape-unknown
message: one number, not a shape
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return units
