"""The output is given a time axis.

fails: output_shape-sizes
message: time axis
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps, units)
