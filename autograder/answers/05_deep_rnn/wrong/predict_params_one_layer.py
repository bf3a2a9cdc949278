"""One layer of 14 units.

fails: predict_params-sibling
message: one of 14 units
"""

# %% predict_params
def predict_params():
    return 248, 252
