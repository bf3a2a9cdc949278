"""Nothing is returned.

fails: predict_rows-check predict_rows-sibling
message: two answers
"""

# %% predict_rows
def predict_rows():
    return None
