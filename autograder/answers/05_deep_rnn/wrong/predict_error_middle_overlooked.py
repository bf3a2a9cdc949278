"""Only the lowest layer is thought to need the flag.

fails: predict_error-siblings
message: gets no sequence
"""

# %% predict_error
def predict_error():
    return "first batch", "never", "never"
