"""The batch axis is taken to stay None.

fails: predict_shape-check predict_shape-sibling
message: leaves the batch open
"""

# %% predict_shape
def predict_shape():
    return ((None, 3), 42), ((None, 7), 119)
