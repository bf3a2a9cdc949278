"""Two shapes, without the numbers of parameters.

fails: predict_shape-check predict_shape-sibling
message: two pairs
"""

# %% predict_shape
def predict_shape():
    return (8, 3), (6, 7)
