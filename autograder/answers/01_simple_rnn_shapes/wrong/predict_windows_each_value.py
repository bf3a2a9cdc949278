"""One window for each value.

fails: predict_windows-sibling
message: window for each value
"""

# %% predict_windows
def predict_windows():
    return (6, 3, 1), (100, 7, 1)
