"""Lists, one of them with a NumPy integer."""

# %% predict_shape
def predict_shape():
    return [None, 10, 16], [None, 7, np.int64(10)]
