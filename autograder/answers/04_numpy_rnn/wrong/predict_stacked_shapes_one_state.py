"""The shape of one state, each time.

fails: predict_stacked_shapes-sibling
message: one state
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((8,), (8,), (8,)), ((2,), (2,), (2,))
