"""One number for both.

fails: predict_params-sibling
message: two numbers
"""

# %% predict_params
def predict_params():
    return 42
