"""Each call starts from zero.

fails: predict_second_call-check predict_second_call-sibling
message: starts every call from zero
"""

# %% predict_second_call
def predict_second_call():
    return 3, 8
