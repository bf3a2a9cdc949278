"""Lists instead of tuples, worked out."""

# %% predict_influence
def predict_influence():
    return [[10 - 6, 6 + 1, 10], [23 - 4, 4 + 1, 23]]
