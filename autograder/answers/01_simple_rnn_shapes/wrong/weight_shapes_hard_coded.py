"""The shapes of the example.

fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
message: hard-coded
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (10, 3), (3, 3), (3,)
