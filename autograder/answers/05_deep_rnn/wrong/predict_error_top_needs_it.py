"""The top layer is thought to need the flag too.

fails: predict_error-siblings
message: treats the top layer like the others
"""

# %% predict_error
def predict_error():
    return "first batch", "building", "first batch"
