"""The recurrent kernel first.

fails: weight_shapes-kernel weight_shapes-recurrent
message: that of the recurrent kernel
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (units, units), (input_dim, units), (units,)
