"""Batch and time steps swapped.

fails: predict_windows-sibling
message: batch and time steps swapped
"""

# %% predict_windows
def predict_windows():
    return (3, 4, 1), (7, 94, 1)
