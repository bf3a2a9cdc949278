"""The time steps are taken for the size of the output.

fails: predict_shape-sibling
message: time steps in place of the hidden size
"""

# %% predict_shape
def predict_shape():
    return (None, 2), (None, 5)
