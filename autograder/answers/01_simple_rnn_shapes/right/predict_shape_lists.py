"""Lists in a list."""

# %% predict_shape
def predict_shape():
    return [[None, 3], [None, 7]]
