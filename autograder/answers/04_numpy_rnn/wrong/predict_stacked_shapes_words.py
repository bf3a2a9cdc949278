"""The input dimension instead of the hidden size.

fails: predict_stacked_shapes-sibling
message: stacks words
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((1, 4), (2, 4), (10, 4)), ((1, 5), (4, 5), (6, 5))
