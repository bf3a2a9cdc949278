"""Windows that do not overlap.

fails: predict_windows-sibling
message: do not overlap
"""

# %% predict_windows
def predict_windows():
    return (2, 3, 1), (14, 7, 1)
