"""Input dimension and hidden size changed over.

fails: predict_weight_shapes-sibling
message: takes the input dimension for the hidden size
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((4, 8), (4, 4), (4,)), ((7, 3), (7, 7), (7,))
