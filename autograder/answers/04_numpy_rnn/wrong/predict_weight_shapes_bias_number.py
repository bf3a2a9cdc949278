"""The bias as a number.

fails: predict_weight_shapes-sibling
message: a number
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((8, 4), (8, 8), 8), ((3, 7), (3, 3), 3)
