"""NumPy integers in an unpacked list."""

# %% predict_masked
def predict_masked():
    real_words = np.array([6, 7])
    return list(real_words)
