"""The counts are worked out."""

# %% predict_params
def predict_params():
    return 2 * (4 * 8 + 8 * 8 + 8), 2 * (3 * 5 + 5 * 5 + 5)
