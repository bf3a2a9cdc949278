"""Multiplied by the number of time steps.

fails: predict_params-sibling
message: which is not right
"""

# %% predict_params
def predict_params():
    return 248, 1800
