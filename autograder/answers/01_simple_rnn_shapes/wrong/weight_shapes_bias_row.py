"""The bias as a row.

fails: weight_shapes-bias
message: as a row
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (1, units)
