"""Two biases, as in PyTorch.

fails: predict_params-sibling
message: bias counted twice
"""

# %% predict_params
def predict_params():
    return 45, 48
