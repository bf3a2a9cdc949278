# %% right: asked_keras
# Keras was asked.
def predict_shape():
    layers = SimpleRNN(3), SimpleRNN(7)
    inputs = (None, 2, 10), (None, 5, 4)
    return [layer.compute_output_shape(shape) for layer, shape in zip(layers, inputs)]

# %% right: lists
# Lists in a list.
def predict_shape():
    return [[None, 3], [None, 7]]

# %% wrong: batch_last
# The batch is the last axis.
# fails: predict_shape-sibling
# message: wrong order
def predict_shape():
    return (3, None), (7, None)

# %% wrong: input_dim
# The input dimension is taken for the size of the output.
# fails: predict_shape-sibling
# message: input dimension instead of the hidden size
def predict_shape():
    return (None, 10), (None, 4)

# %% wrong: input_shapes
# The input shapes.
# fails: predict_shape-sibling
# message: input shape
def predict_shape():
    return (None, 2, 10), (None, 5, 4)

# %% wrong: no_batch
# The batch axis is left out.
# fails: predict_shape-sibling
# message: no batch axis
def predict_shape():
    return (3,), (7,)

# %% wrong: none_is_timesteps
# None is taken for the time steps, and left out.
# fails: predict_shape-sibling
# message: time steps instead of the batch
def predict_shape():
    return (2, 3), (5, 7)

# %% wrong: one
# A batch of one.
# fails: predict_shape-sibling
# message: batch size of 1
def predict_shape():
    return (1, 3), (1, 7)

# %% wrong: one_answer
# Only the shown model is answered.
# fails: predict_shape-sibling
# message: pair
def predict_shape():
    return (None, 3)

# %% wrong: same
# The hidden size is taken to be 3 in both.
# fails: predict_shape-sibling
# message: first model
# visible: no
def predict_shape():
    return (None, 3), (None, 3)

# %% wrong: text
# The shapes as text.
# fails: predict_shape-sibling
# message: text in quotes
def predict_shape():
    return '(None, 3)', '(None, 7)'

# %% wrong: time_axis
# The output is given a time axis.
# fails: predict_shape-sibling
# message: time axis
def predict_shape():
    return (None, 2, 3), (None, 5, 7)

# %% wrong: timesteps
# The time steps are taken for the size of the output.
# fails: predict_shape-sibling
# message: time steps instead of the hidden size
def predict_shape():
    return (None, 2), (None, 5)

# %% wrong: unknown_units
# All sizes are taken to be unknown.
# fails: predict_shape-sibling
# message: None twice
def predict_shape():
    return (None, None), (None, None)
