"""Wh has the input's size.

fails: predict_weight_shapes-sibling
message: Wh read the input
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((8, 4), (8, 4), (8,)), ((3, 7), (3, 7), (3,))
