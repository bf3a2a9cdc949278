"""N − T windows.

fails: predict_windows-sibling
message: one window too few
"""

# %% predict_windows
def predict_windows():
    return (3, 3, 1), (93, 7, 1)
