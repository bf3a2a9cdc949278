"""The hidden size is taken to be 3 in both.

fails: predict_shape-sibling
message: shown model
"""

# %% predict_shape
def predict_shape():
    return (None, 3), (None, 3)
