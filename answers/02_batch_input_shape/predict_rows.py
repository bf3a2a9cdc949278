# %% right: lists
# Shapes as lists.
def predict_rows():
    return [[5, 3], [12, 7]]

# %% right: run
# The models are called.
def predict_rows():
    shown = keras.Sequential([keras.Input(batch_shape=(8, 2, 10)), SimpleRNN(3)])
    second = keras.Sequential([keras.Input(batch_shape=(6, 4, 5)), SimpleRNN(7)])
    return shown(np.zeros((5, 2, 10))).shape, second(np.zeros((12, 4, 5))).shape

# %% wrong: declared
# The output is thought to have the declared rows.
# fails: predict_rows-check predict_rows-sibling
# message: fixed batch size
def predict_rows():
    return (8, 3), (6, 7)

# %% wrong: error
# A declared batch size is thought to be enforced.
# fails: predict_rows-check predict_rows-sibling
# message: does not enforce
def predict_rows():
    return "error", "error"

# %% wrong: more_is_error
# Fewer rows are thought to pass, more rows to fail.
# fails: predict_rows-sibling
# message: does not enforce
# visible: no
def predict_rows():
    return (5, 3), "error"

# %% wrong: nothing
# Nothing is returned.
# fails: predict_rows-check predict_rows-sibling
# message: returns None
def predict_rows():
    return None

# %% wrong: open
# The rows of the output are given as None.
# fails: predict_rows-check predict_rows-sibling
# message: array has a size
def predict_rows():
    return (None, 3), (None, 7)

# %% wrong: time_axis
# The output is thought to keep the time axis.
# fails: predict_rows-check predict_rows-sibling
# message: time axis
def predict_rows():
    return (5, 2, 3), (12, 4, 7)

# %% wrong: two_batches
# Twelve rows are thought to become two batches of six.
# fails: predict_rows-sibling
# message: two batches
# visible: no
def predict_rows():
    return (5, 3), (2, 6, 7)

# %% wrong: declared_time_axis
# The declared shape with the hidden size in the last place.
# fails: predict_rows-check predict_rows-sibling
# message: fixed batch size and a time axis
def predict_rows():
    return (8, 2, 3), (6, 4, 7)

# %% wrong: input_dimension
# The last axis is thought to stay.
# fails: predict_rows-check predict_rows-sibling
# message: input dimension instead
def predict_rows():
    return (5, 10), (12, 5)

# %% wrong: input_shape
# The layer is thought to keep the shape of its input.
# fails: predict_rows-check predict_rows-sibling
# message: shape of the input
def predict_rows():
    return (5, 2, 10), (12, 4, 5)

# %% wrong: rows_only
# Only the number of rows is given.
# fails: predict_rows-check predict_rows-sibling
# message: should be a tuple
def predict_rows():
    return 5, 12
