"""Lists."""

# %% predict_memory
def predict_memory():
    return [[False, True], [False, True, True]]
