"""The bias as a column.

fails: predict_weight_shapes-sibling
message: two axes
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((8, 4), (8, 8), (8, 1)), ((3, 7), (3, 3), (3, 1))
