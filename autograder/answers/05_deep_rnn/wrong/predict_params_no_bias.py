"""No bias.

fails: predict_params-sibling
message: has no bias
"""

# %% predict_params
def predict_params():
    return 248, 166
