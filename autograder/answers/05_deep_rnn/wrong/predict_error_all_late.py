"""Each error is thought to come with the first batch.

fails: predict_error-siblings
message: a model without Input
"""

# %% predict_error
def predict_error():
    return "first batch", "first batch", "first batch"
