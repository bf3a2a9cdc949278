"""Every time step has weights of its own.

fails: predict_params-sibling
message: multiplies by the time steps
"""

# %% predict_params
def predict_params():
    return 2080, 630
