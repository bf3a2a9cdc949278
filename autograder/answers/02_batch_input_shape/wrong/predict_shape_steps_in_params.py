"""Time steps multiplied into the parameters.

fails: predict_shape-check predict_shape-sibling
message: time steps multiplied in
"""

# %% predict_shape
def predict_shape():
    return ((8, 3), 2 * 42), ((6, 7), 4 * 119)
