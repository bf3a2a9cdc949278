"""The batch axis is left out.

fails: output_shape-sizes output_shape-unknown
message: no axis for the batch
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (units,)
