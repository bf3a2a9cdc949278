"""The batch axis is left out.

fails: predict_shape-sibling
message: no axis for the batch
"""

# %% predict_shape
def predict_shape():
    return (3,), (7,)
