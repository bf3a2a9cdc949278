"""The hidden size alone.

fails: output_shape-sizes output_shape-unknown output_shape-ones
message: one number, not a shape
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return units
