"""The reset is overlooked.

fails: predict_second_call-sibling
message: no reset
"""

# %% predict_second_call
def predict_second_call():
    return 6, 24
