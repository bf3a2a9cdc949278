"""The bias is forgotten in the sibling.

fails: predict_shape-sibling
message: no bias
"""

# %% predict_shape
def predict_shape():
    return ((8, 3), 42), ((6, 7), 112)
