"""The biases are left out.

fails: predict_params-sibling
message: leaves out the biases
"""

# %% predict_params
def predict_params():
    return 192, 80
