"""The shapes of the shown network for both.

fails: predict_weight_shapes-sibling
message: shown network
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    shapes = ((8, 4), (8, 8), (8,))
    return shapes, shapes
