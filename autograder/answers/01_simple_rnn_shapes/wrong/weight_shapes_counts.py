"""Numbers of weights in place of shapes.

fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
message: number of its weights
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return input_dim * units, units * units, units
