"""Only the last input of the second sequence is added.

fails: predict_second_call-sibling
message: last input only
"""

# %% predict_second_call
def predict_second_call():
    return 6, 11
