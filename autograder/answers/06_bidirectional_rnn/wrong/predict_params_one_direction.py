"""One of the two RNNs only.

fails: predict_params-sibling
message: one of the two RNNs only
"""

# %% predict_params
def predict_params():
    return 104, 45
