"""The recurrent kernel with the input dimension twice.

fails: weight_shapes-recurrent
message: on both axes
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (input_dim, input_dim), (units,)
