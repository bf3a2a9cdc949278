"""A list of two numbers."""

# %% predict_params
def predict_params():
    return [112 + 136, 45 + 135]
