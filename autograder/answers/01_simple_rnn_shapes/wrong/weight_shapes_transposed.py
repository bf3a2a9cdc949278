"""The layout of W @ x.

fails: weight_shapes-kernel
message: transposed
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (units, input_dim), (units, units), (units,)
