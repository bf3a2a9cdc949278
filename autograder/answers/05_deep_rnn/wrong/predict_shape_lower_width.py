"""The width of the lower layer.

fails: predict_shape-sibling
message: that of the lower layer
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (3, 6)
