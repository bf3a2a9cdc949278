"""The batch is turned into an int.

fails: output_shape-unknown
message: stopped with TypeError
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (int(batch), units)
