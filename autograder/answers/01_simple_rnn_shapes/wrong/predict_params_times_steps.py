"""The time steps are multiplied in.

fails: predict_params-sibling
message: time steps multiplied in
"""

# %% predict_params
def predict_params():
    return 200 * 42, 30 * 45
