"""A time axis appears where the batch is not known.

fails: output_shape-unknown
message: with None for the 5
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (None, timesteps, units)
    return (batch, units)
