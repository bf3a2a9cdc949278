"""The number of features where the time steps belong.

fails: predict_shape-sibling
message: in place of the time steps
"""

# %% predict_shape
def predict_shape():
    return (None, 4, 16), (None, 3, 10)
