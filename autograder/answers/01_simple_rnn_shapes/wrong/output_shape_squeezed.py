"""A batch of one is dropped.

fails: output_shape-ones
message: another number of axes
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    if batch == 1:
        return (units,)
    return (batch, units)
