"""The None stands last, not at the batch.

fails: output_shape-unknown
message: with None for the 5
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (units, None)
    return (batch, units)
