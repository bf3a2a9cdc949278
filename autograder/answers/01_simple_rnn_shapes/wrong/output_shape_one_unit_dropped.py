"""The axis of a single unit is dropped.

fails: output_shape-ones
message: another number of axes
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, units) if units > 1 else (batch,)
