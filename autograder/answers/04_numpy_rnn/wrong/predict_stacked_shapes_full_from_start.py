"""The whole array from the start.

fails: predict_stacked_shapes-sibling
message: full from the start
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((10, 8), (10, 8), (10, 8)), ((6, 2), (6, 2), (6, 2))
