"""A tuple of contiguous float32 arrays."""

# %% notes_to_keras
def notes_to_keras(Wx, Wh, b):
    return tuple(np.ascontiguousarray(w.T, dtype="float32") for w in (Wx, Wh, b))
