"""Tuples of tuples, computed by a helper."""

# %% predict_states
def predict_states():
    def both(b, t, h):
        return (b, t, h), (b, h)

    return both(8, 2, 3), both(5, 7, 6)
