"""Hidden size first.

fails: output_shape-sizes
message: wrong order
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (units, batch)
