"""Lists, and NumPy integers."""

# %% predict_weight_shapes
def predict_weight_shapes():
    shown = [[8, 4], [8, 8], [8]]
    sibling = [[np.int64(3), np.int64(7)], [3, 3], [3]]
    return [shown, sibling]
