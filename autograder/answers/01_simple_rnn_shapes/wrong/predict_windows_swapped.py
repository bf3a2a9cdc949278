"""Time steps and input dimension swapped.

fails: predict_windows-sibling
message: time steps and input dimension swapped
"""

# %% predict_windows
def predict_windows():
    return (4, 1, 3), (94, 1, 7)
