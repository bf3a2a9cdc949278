"""One bias for both RNNs.

fails: predict_params-sibling
message: one bias for both
"""

# %% predict_params
def predict_params():
    return 200, 85
