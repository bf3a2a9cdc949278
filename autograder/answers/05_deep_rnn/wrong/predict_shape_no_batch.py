"""The batch axis is left out.

fails: predict_shape-sibling
message: lacks the batch axis
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (5,)
