"""A batch of one.

fails: predict_shape-sibling
message: batch of 1
"""

# %% predict_shape
def predict_shape():
    return (1, 3), (1, 7)
