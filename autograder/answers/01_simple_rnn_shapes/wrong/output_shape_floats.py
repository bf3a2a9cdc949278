"""Sizes as floats.

fails: output_shape-sizes
message: float
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return (batch and float(batch), float(units))
