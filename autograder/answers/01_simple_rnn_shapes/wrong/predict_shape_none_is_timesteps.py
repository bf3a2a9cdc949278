"""None is taken for the time steps, and left out.

fails: predict_shape-sibling
message: time steps in place of the batch
"""

# %% predict_shape
def predict_shape():
    return (2, 3), (5, 7)
