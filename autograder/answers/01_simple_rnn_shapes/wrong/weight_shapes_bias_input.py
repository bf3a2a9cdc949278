"""A bias for each input number.

fails: weight_shapes-bias
message: each input number
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (input_dim,)
