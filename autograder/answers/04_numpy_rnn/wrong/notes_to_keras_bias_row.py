"""The bias becomes a matrix of one row.

fails: notes_to_keras-bias
message: two axes
"""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return [np.atleast_2d(w) if w.ndim == 1 else w.T for w in (Wx, Wh, b)]
