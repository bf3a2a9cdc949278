"""The hidden size of the example.

fails: output_shape-sizes
message: hard-coded hidden size
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch, 3)
