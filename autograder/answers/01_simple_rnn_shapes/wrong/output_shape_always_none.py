"""None for the batch, also where it is known.

fails: output_shape-sizes
message: None in place of a batch
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (None, units)
