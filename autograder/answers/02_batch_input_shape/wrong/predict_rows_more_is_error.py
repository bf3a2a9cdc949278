"""Fewer rows are thought to pass, more rows to fail.

fails: predict_rows-sibling
message: promise
"""

# %% predict_rows
def predict_rows():
    return (5, 3), "error"
