"""Time steps and hidden size are multiplied: a flattened output.

fails: output_shape-sizes
message: multiplied into the hidden size
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps * units)
