"""The recurrent kernel like the kernel.

fails: weight_shapes-recurrent
message: that of the kernel
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (input_dim, units), (units,)
