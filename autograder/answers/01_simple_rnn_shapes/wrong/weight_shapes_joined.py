"""Both kernels in one array.

fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
message: both kernels in one
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim + units, units), (units,)
