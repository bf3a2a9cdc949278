"""A time axis appears for one time step.

fails: output_shape-ones
message: another number of axes
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, 1, units) if timesteps == 1 else (batch, units)
