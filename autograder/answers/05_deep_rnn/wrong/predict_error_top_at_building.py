"""The top layer is thought to need the flag, and the model to know its input.

fails: predict_error-siblings
message: as if it knew its input
"""

# %% predict_error
def predict_error():
    return "first batch", "building", "building"
