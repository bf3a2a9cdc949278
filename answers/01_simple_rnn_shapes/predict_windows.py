# %% right: counted
# The windows are counted.
def predict_windows():
    def shape(n, t):
        return [len(range(n - t + 1)), t, 1]

    return shape(6, 3), shape(100, 7)

# %% right: literal
# The two shapes as they are.
def predict_windows():
    return (4, 3, 1), (94, 7, 1)

# %% wrong: axis_first
# The axis of size 1 comes first.
# fails: predict_windows-sibling
# message: size 1 first
def predict_windows():
    return (1, 4, 3), (1, 94, 7)

# %% wrong: blocks
# Windows that do not overlap.
# fails: predict_windows-sibling
# message: do not overlap
def predict_windows():
    return (2, 3, 1), (14, 7, 1)

# %% wrong: each_value
# One window for each value.
# fails: predict_windows-sibling
# message: window for each value
def predict_windows():
    return (6, 3, 1), (100, 7, 1)

# %% wrong: first_only
# One shape for both.
# fails: predict_windows-sibling
# message: return
def predict_windows():
    return (4, 3, 1)

# %% wrong: none
# None for the batch.
# fails: predict_windows-sibling
# message: None for the batch size
def predict_windows():
    return (None, 3, 1), (None, 7, 1)

# %% wrong: one_more
# One window too many.
# fails: predict_windows-sibling
# message: one window too many
def predict_windows():
    return (5, 3, 1), (95, 7, 1)

# %% wrong: one_short
# N − T windows.
# fails: predict_windows-sibling
# message: one window too few
def predict_windows():
    return (3, 3, 1), (93, 7, 1)

# %% wrong: swapped
# Time steps and input dimension swapped.
# fails: predict_windows-sibling
# message: time steps and input dimension swapped
def predict_windows():
    return (4, 1, 3), (94, 1, 7)

# %% wrong: transposed
# Batch and time steps swapped.
# fails: predict_windows-sibling
# message: batch and time steps swapped
def predict_windows():
    return (3, 4, 1), (7, 94, 1)

# %% wrong: two_axes
# The axis for the input dimension is left out.
# fails: predict_windows-sibling
# message: input dimension
def predict_windows():
    return (4, 3), (94, 7)

# %% wrong: whole_series
# The series is one row of the batch.
# fails: predict_windows-sibling
# message: one row of the batch
def predict_windows():
    return (1, 6, 1), (1, 100, 1)
