"""The output is given a time axis.

fails: predict_shape-sibling
message: time axis
"""

# %% predict_shape
def predict_shape():
    return (None, 2, 3), (None, 5, 7)
