"""The output is thought to keep the time axis.

fails: predict_rows-check predict_rows-sibling
message: time axis
"""

# %% predict_rows
def predict_rows():
    return (5, 2, 3), (12, 4, 7)
