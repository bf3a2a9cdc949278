"""Each time step is counted as a row.

fails: output_shape-sizes output_shape-unknown
message: multiplied into the batch
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch * timesteps, units)
