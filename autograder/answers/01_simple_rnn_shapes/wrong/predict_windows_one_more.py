"""One window too many.

fails: predict_windows-sibling
message: one window too many
"""

# %% predict_windows
def predict_windows():
    return (5, 3, 1), (95, 7, 1)
