"""The two arrays of a dense layer.

fails: weight_shapes-recurrent weight_shapes-bias
message: one weight for each unit
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (input_dim, units), (units,)
