"""The input dimension is thought not to matter.

fails: predict_params-sibling
message: eleventh input number
"""

# %% predict_params
def predict_params():
    return 42, 42
