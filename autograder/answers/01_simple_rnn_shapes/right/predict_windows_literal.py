"""The two shapes as they are."""

# %% predict_windows
def predict_windows():
    return (4, 3, 1), (94, 7, 1)
