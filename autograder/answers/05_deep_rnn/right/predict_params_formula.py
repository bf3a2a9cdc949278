"""By a formula, as NumPy integers."""

# %% predict_params
def predict_params():
    def total(features, lower, upper):
        return np.int64(lower * (features + lower + 1) + upper * (lower + upper + 1))
    return total(5, 8, 8), total(3, 5, 9)
