"""NumPy integers in an array, taken apart."""

# %% predict_params
def predict_params():
    return tuple(np.array([208, 90]))
