"""H recurrent weights instead of H².

fails: predict_params-sibling
message: units × units
"""

# %% predict_params
def predict_params():
    return 248, 88
