"""Twelve rows are thought to become two batches of six.

fails: predict_rows-sibling
message: two batches
"""

# %% predict_rows
def predict_rows():
    return (5, 3), (2, 6, 7)
