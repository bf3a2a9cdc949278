"""Step 2 for the sibling too.

fails: predict_stacked_shapes-sibling
message: after step 4
"""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return ((1, 8), (2, 8), (10, 8)), ((1, 2), (2, 2), (6, 2))
