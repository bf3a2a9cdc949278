"""The upper layer is counted with the features of the input.

fails: predict_params-sibling
message: reads the lower one's states
"""

# %% predict_params
def predict_params():
    return 248, 162
