"""A list from variables."""

# %% predict_error
def predict_error():
    shown = "first batch"
    sibling_a = "building"
    sibling_b = "never"
    return [shown, sibling_a, sibling_b]
