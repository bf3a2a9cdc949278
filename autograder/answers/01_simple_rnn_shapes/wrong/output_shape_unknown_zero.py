"""An unknown batch becomes 0.

fails: output_shape-unknown
message: not known
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch or 0, units)
