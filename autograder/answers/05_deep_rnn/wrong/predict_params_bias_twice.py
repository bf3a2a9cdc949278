"""Two biases in each layer.

fails: predict_params-sibling
message: each bias twice
"""

# %% predict_params
def predict_params():
    return 248, 194
