# %% right: lists
# Shapes as lists.
def predict_rows():
    return [[5, 3], [12, 7]]

# %% right: run
# The models are called.
def predict_rows():
    shown = keras.Sequential([keras.Input(batch_shape=(8, 2, 10)), SimpleRNN(3)])
    sibling = keras.Sequential([keras.Input(batch_shape=(6, 4, 5)), SimpleRNN(7)])
    return shown(np.zeros((5, 2, 10))).shape, sibling(np.zeros((12, 4, 5))).shape

# %% wrong: declared
# The output is thought to have the declared rows.
# fails: predict_rows-check predict_rows-sibling
# message: declared batch size
def predict_rows():
    return (8, 3), (6, 7)

# %% wrong: error
# A declared batch size is thought to be enforced.
# fails: predict_rows-check predict_rows-sibling
# message: promise
def predict_rows():
    return "error", "error"

# %% wrong: more_is_error
# Fewer rows are thought to pass, more rows to fail.
# fails: predict_rows-sibling
# message: promise
def predict_rows():
    return (5, 3), "error"

# %% wrong: nothing
# Nothing is returned.
# fails: predict_rows-check predict_rows-sibling
# message: two answers
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
def predict_rows():
    return (5, 3), (2, 6, 7)
