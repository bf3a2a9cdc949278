"""The time steps as the size of the output.

fails: output_shape-sizes
message: time steps in place of the hidden size
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, timesteps)
