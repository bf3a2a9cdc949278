"""The comma is forgotten.

fails: weight_shapes-bias
message: needs a comma
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units)
