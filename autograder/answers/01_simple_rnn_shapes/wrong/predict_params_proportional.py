"""The count is scaled with the number of time steps.

fails: predict_params-sibling
message: grows with the number of time steps
"""

# %% predict_params
def predict_params():
    return 4200, 630
