"""The kernel has the hidden size twice.

fails: weight_shapes-kernel
message: recurrent kernel
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (units, units), (units, units), (units,)
