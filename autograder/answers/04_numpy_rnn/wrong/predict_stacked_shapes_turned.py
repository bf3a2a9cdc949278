"""Units first.

fails: predict_stacked_shapes-sibling
message: axes turned round
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((8, 1), (8, 2), (8, 10)), ((2, 1), (2, 4), (2, 6))
