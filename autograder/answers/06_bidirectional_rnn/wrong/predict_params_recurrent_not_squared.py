"""The recurrent kernel has H numbers instead of H squared.

fails: predict_params-sibling
message: as 5 numbers each
"""

# %% predict_params
def predict_params():
    return 96, 50
