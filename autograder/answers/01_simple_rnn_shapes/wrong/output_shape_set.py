"""Sizes collected in a set.

fails: output_shape-sizes output_shape-ones
message: wrong order
"""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    return tuple(sorted({batch, units}, key=lambda size: size or 0))
