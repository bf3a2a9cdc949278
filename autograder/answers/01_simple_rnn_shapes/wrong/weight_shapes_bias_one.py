"""One bias for the layer.

fails: weight_shapes-bias
message: all units
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (1,)
