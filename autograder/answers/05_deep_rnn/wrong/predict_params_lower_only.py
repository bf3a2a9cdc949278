"""Only the lower layer.

fails: predict_params-sibling
message: the lower layer's alone
"""

# %% predict_params
def predict_params():
    return 248, 45
