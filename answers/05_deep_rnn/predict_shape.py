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
# message: ends with the input dimension
def predict_shape():
    return (1, 10, 4), (3, 2)

# %% wrong: joined
# The two layers' units are added up.
# fails: predict_shape-sibling
# message: adds up the two hidden sizes
def predict_shape():
    return (1, 10, 16), (3, 11)

# %% wrong: lower_sequence
# What the lower layer hands on.
# fails: predict_shape-sibling
# message: passes to the upper one
# visible: no
def predict_shape():
    return (1, 10, 8), (3, 7, 6)

# %% wrong: lower_width
# The width of the lower layer.
# fails: predict_shape-sibling
# message: the shape of the lower layer
# visible: no
def predict_shape():
    return (1, 10, 8), (3, 6)

# %% wrong: no_batch
# The batch axis is left out.
# fails: predict_shape-sibling
# message: lacks the batch axis
def predict_shape():
    return (10, 8), (5,)

# %% wrong: none
# None where the batch is known.
# fails: predict_shape-sibling
# message: None for the batch
def predict_shape():
    return (None, 10, 8), (None, 5)

# %% wrong: only_one
# Only one shape is returned.
# fails: predict_shape-sibling
# message: return two answers
def predict_shape():
    return (1, 10, 8)

# %% wrong: time_axis
# The top layer is thought to return all its states.
# fails: predict_shape-sibling
# message: has a time axis
# visible: no
def predict_shape():
    return (1, 10, 8), (3, 7, 5)

# %% wrong: layers_first
# An axis for the layers, and the time steps before the batch.
# fails: predict_shape-sibling
# message: axis for the two layers
def predict_shape():
    return (2, 1, 10, 8), (2, 3, 5)

# %% wrong: pytorch
# The states of PyTorch: time first, then the batch; the last state has an axis of size 1.
# fails: predict_shape-sibling
# message: as in PyTorch
def predict_shape():
    return (10, 1, 8), (1, 3, 5)

# %% wrong: time_axis_of_one
# The last state keeps a time axis of size 1.
# fails: predict_shape-sibling
# message: time axis of size 1
# visible: no
def predict_shape():
    return (1, 10, 8), (3, 1, 5)
