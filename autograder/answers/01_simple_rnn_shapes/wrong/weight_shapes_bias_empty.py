"""The bias is a scalar.

fails: weight_shapes-bias
message: no axis
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), ()
