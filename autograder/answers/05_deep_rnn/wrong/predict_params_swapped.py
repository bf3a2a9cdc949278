"""The layers the other way round.

fails: predict_params-sibling
message: the other way round
"""

# %% predict_params
def predict_params():
    return 248, 192
