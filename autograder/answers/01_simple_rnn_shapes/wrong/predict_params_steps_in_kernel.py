"""The kernel is counted once for each time step.

fails: predict_params-sibling
message: multiplied into the input weights
"""

# %% predict_params
def predict_params():
    return 200 * 30 + 9 + 3, 30 * 33 + 9 + 3
