"""An unknown batch is left out.

fails: output_shape-unknown
message: not known
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return tuple(size for size in (batch, units) if size)
