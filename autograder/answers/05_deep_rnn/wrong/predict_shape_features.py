"""The output is thought to have the size of the input.

fails: predict_shape-sibling
message: number of input features
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (3, 2)
