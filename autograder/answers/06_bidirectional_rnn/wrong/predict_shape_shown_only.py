"""Only the model shown is answered.

fails: predict_shape-sibling
message: should return two things
"""

# %% predict_shape
def predict_shape():
    return (None, 10, 16)
