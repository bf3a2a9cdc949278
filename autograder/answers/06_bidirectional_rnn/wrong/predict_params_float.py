"""A count that is a float.

fails: predict_params-sibling
message: a float
"""

# %% predict_params
def predict_params():
    return 208.0, 90.0
