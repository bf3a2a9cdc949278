"""A declared batch size is thought to be enforced.

fails: predict_rows-check predict_rows-sibling
message: promise
"""

# %% predict_rows
def predict_rows():
    return "error", "error"
