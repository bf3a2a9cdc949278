"""The output is thought to be one vector.

fails: predict_shape-sibling
message: lacks the time axis
"""

# %% predict_shape
def predict_shape():
    return (None, 16), (None, 10)
