"""The Input is overlooked.

fails: predict_error-siblings
message: a model without Input
"""

# %% predict_error
def predict_error():
    return "first batch", "first batch", "never"
