"""Counts as floats.

fails: predict_params-sibling
message: float
"""

# %% predict_params
def predict_params():
    return 42.0, 45.0
