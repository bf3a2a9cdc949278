"""The bias first.

fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
message: not right
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (units,), (input_dim, units), (units, units)
