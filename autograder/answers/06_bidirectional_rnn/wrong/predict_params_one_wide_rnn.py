"""One RNN of twice the units.

fails: predict_params-sibling
message: two RNNs of 5
"""

# %% predict_params
def predict_params():
    return 336, 140
