"""The time steps in place of the batch.

fails: output_shape-sizes output_shape-unknown
message: time steps in place of the batch
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (timesteps, units)
