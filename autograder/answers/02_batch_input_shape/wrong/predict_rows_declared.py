"""The output is thought to have the declared rows.

fails: predict_rows-check predict_rows-sibling
message: declared batch size
"""

# %% predict_rows
def predict_rows():
    return (8, 3), (6, 7)
