"""Lists."""

# %% predict_stacked_shapes
def predict_stacked_shapes():
    return [[[1, 8], [2, 8], [10, 8]], [[1, 2], [4, 2], [6, 2]]]
