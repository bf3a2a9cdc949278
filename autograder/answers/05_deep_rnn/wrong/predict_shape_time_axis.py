"""The top layer is thought to return all its states.

fails: predict_shape-sibling
message: has a time axis
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (3, 7, 5)
