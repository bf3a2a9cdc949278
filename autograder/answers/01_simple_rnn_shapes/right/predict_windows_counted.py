"""The windows are counted."""

# %% predict_windows
def predict_windows():
    def shape(n, t):
        return [len(range(n - t + 1)), t, 1]

    return shape(6, 3), shape(100, 7)
