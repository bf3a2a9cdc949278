"""Only one shape is returned.

fails: predict_shape-sibling
message: not a pair
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8)
