"""The batch is counted as a parameter axis.

fails: predict_shape-check predict_shape-sibling
message: batch multiplied in
"""

# %% predict_shape
def predict_shape():
    return ((8, 3), 8 * 42), ((6, 7), 6 * 119)
