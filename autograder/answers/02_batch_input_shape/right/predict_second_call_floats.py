"""Floats in a list."""

# %% predict_second_call
def predict_second_call():
    return [6.0, 16.0]
