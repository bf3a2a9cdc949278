"""Lists in place of tuples, NumPy integers as sizes."""

# %% predict_sequences
def predict_sequences():
    shown = [8, 2, 3]
    sibling = list(np.array([5, 7, 6]))
    return [shown, sibling]
