"""The upper layer is counted with the features of the input.

fails: predict_params-sibling
message: reads the states of the lower one
"""

# %% predict_params
def predict_params():
    return 248, 162
