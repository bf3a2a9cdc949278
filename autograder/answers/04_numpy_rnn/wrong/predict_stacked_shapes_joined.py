"""States joined end to end.

fails: predict_stacked_shapes-sibling
message: end to end
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((8,), (16,), (80,)), ((2,), (8,), (12,))
