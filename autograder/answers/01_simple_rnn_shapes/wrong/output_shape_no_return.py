"""The shape is printed, not returned.

fails: output_shape-sizes output_shape-unknown output_shape-ones
message: a tuple with a size for each axis
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    print((batch, units))
