"""The recurrent kernels are forgotten.

fails: predict_params-sibling
message: lacks the recurrent kernels
"""

# %% predict_params
def predict_params():
    return 248, 74
