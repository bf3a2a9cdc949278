"""An array of two rows."""

# %% predict_influence
def predict_influence():
    return np.array([[4, 7, 10], [19, 5, 23]])
