"""Only the shown model is answered.

fails: predict_shape-sibling
message: not right
"""

# %% predict_shape
def predict_shape():
    return (None, 3)
