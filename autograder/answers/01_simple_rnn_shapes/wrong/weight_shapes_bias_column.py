"""The bias as a column.

fails: weight_shapes-bias
message: as a column
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (units, 1)
