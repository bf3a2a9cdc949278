"""The sizes of the example.

fails: output_shape-sizes output_shape-unknown
message: hard-coded
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (8, 3)
