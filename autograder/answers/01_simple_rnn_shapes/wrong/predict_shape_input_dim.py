"""The input dimension is taken for the size of the output.

fails: predict_shape-sibling
message: input dimension in place of the hidden size
"""

# %% predict_shape
def predict_shape():
    return (None, 10), (None, 4)
