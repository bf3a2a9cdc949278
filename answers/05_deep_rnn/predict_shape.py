# %% right: lists
# Lists instead of tuples.
def predict_shape():
    return [[1, 10, 8], [3, 5]]

# %% right: measured
# Shapes asked from Keras.
def predict_shape():
    shown = keras.Sequential([SimpleRNN(8, return_sequences=True), SimpleRNN(8, return_sequences=True)])
    sibling = keras.Sequential([SimpleRNN(6, return_sequences=True), SimpleRNN(5)])
    return shown(np.zeros((1, 10, 4))).shape, sibling(np.zeros((3, 7, 2))).shape

# %% wrong: features
# The output is thought to have the size of the input.
# fails: predict_shape-sibling
# message: number of input features
def predict_shape():
    return (1, 10, 8), (3, 2)

# %% wrong: joined
# The two layers' units are added up.
# fails: predict_shape-sibling
# message: layers are stacked
def predict_shape():
    return (1, 10, 8), (3, 11)

# %% wrong: lower_sequence
# What the lower layer hands on.
# fails: predict_shape-sibling
# message: hands to the upper one
def predict_shape():
    return (1, 10, 8), (3, 7, 6)

# %% wrong: lower_width
# The width of the lower layer.
# fails: predict_shape-sibling
# message: that of the lower layer
def predict_shape():
    return (1, 10, 8), (3, 6)

# %% wrong: no_batch
# The batch axis is left out.
# fails: predict_shape-sibling
# message: lacks the batch axis
def predict_shape():
    return (1, 10, 8), (5,)

# %% wrong: none
# None where the batch is known.
# fails: predict_shape-sibling
# message: None for the batch
def predict_shape():
    return (1, 10, 8), (None, 5)

# %% wrong: only_one
# Only one shape is returned.
# fails: predict_shape-sibling
# message: not a pair
def predict_shape():
    return (1, 10, 8)

# %% wrong: time_axis
# The top layer is thought to return all its states.
# fails: predict_shape-sibling
# message: has a time axis
def predict_shape():
    return (1, 10, 8), (3, 7, 5)
