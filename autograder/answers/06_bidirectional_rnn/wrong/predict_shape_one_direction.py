"""The units of one direction only.

fails: predict_shape-sibling
message: one direction only
"""

# %% predict_shape
def predict_shape():
    return (None, 10, 8), (None, 7, 5)
