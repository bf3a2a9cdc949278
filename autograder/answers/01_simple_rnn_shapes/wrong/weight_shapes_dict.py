"""A dict by names.

fails: weight_shapes-kernel weight_shapes-recurrent weight_shapes-bias
message: list of shapes
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return {'kernel': (input_dim, units), 'recurrent_kernel': (units, units), 'bias': (units,)}
