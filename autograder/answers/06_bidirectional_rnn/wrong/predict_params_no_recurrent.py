"""The recurrent kernels are left out.

fails: predict_params-sibling
message: leaves out the recurrent kernels
"""

# %% predict_params
def predict_params():
    return 80, 40
