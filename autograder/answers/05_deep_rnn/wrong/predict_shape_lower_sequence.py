"""What the lower layer hands on.

fails: predict_shape-sibling
message: hands to the upper one
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (3, 7, 6)
