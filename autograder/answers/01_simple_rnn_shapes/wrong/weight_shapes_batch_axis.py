"""The kernel has an axis for the batch.

fails: weight_shapes-kernel
message: batch
"""

# %% weight_shapes
def weight_shapes(input_dim, units):
    return (None, input_dim, units), (units, units), (units,)
