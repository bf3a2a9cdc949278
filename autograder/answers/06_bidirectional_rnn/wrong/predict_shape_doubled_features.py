"""The features are doubled instead of the units.

fails: predict_shape-sibling
message: doubles the input dimension
"""

# %% predict_shape
def predict_shape():
    return (None, 10, 8), (None, 7, 6)
