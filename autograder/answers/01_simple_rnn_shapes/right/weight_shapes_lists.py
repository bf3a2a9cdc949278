"""Lists in a list."""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return [[input_dim, units], [units, units], [units]]
