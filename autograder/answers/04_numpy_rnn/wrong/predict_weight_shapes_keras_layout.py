"""Wx in the layout of Keras.

fails: predict_weight_shapes-sibling
message: turned round
"""

# %% predict_weight_shapes
def predict_weight_shapes():
    return ((4, 8), (8, 8), (8,)), ((7, 3), (3, 3), (3,))
