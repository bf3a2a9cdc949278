"""The output is thought to keep the time axis.

fails: predict_shape-check predict_shape-sibling
message: time axis
"""

# %% predict_shape
def predict_shape():
    return ((8, 2, 3), 42), ((6, 4, 7), 119)
