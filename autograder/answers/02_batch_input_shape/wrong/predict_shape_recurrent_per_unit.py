"""One recurrent weight is counted for each unit.

fails: predict_shape-check predict_shape-sibling
message: for each pair
"""

# %% predict_shape
def predict_shape():
    return ((8, 3), 36), ((6, 7), 77)
