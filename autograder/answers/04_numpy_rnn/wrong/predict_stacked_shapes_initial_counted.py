"""The initial state is counted.

fails: predict_stacked_shapes-sibling
message: initial state
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((2, 8), (3, 8), (11, 8)), ((2, 2), (5, 2), (7, 2))
