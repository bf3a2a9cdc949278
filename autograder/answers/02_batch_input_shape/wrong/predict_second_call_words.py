"""A sentence is returned.

fails: predict_second_call-check predict_second_call-sibling
message: two numbers
"""

# %% predict_second_call
def predict_second_call():
    return "6 and 16"
