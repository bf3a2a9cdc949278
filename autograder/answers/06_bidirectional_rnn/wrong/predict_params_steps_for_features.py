"""Time steps and features are exchanged.

fails: predict_params-sibling
message: takes the time steps
"""

# %% predict_params
def predict_params():
    return 304, 130
