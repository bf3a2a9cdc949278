"""The input shape goes through.

fails: output_shape-sizes
message: input shape
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps, input_dim)
