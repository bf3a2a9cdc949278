"""The shape as a text.

fails: output_shape-sizes output_shape-unknown
message: not right
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return str((batch, units))
