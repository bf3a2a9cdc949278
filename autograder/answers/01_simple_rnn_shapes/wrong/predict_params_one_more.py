"""One weight for the further input number.

fails: predict_params-sibling
message: one weight for the eleventh
"""

# %% predict_params
def predict_params():
    return 42, 43
