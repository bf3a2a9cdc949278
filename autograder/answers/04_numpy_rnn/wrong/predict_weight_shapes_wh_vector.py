"""One recurrent weight for each unit.

fails: predict_weight_shapes-sibling
message: one weight for each unit
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((8, 4), (8,), (8,)), ((3, 7), (3,), (3,))
