"""The shape as a text.

fails: output_shape-sizes output_shape-unknown output_shape-ones
message: a tuple with a size for each axis
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return str((batch, units))
