"""The count of a dense layer.

fails: predict_params-sibling
message: dense layer
"""

# %% predict_params
def predict_params():
    return 33, 36
