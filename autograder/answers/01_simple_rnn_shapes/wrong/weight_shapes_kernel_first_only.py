"""The kernel has the input dimension twice.

fails: weight_shapes-kernel
message: on both axes
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, input_dim), (units, units), (units,)
