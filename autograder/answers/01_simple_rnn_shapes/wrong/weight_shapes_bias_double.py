"""Two biases in one array, as in a GRU.

fails: weight_shapes-bias
message: two biases
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units, units), (2, units)
