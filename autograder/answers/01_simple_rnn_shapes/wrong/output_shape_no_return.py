"""The shape is printed, not returned.

fails: output_shape-sizes output_shape-unknown
message: not right
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    print((batch, units))
