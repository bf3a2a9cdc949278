# %% right: lists
# Lists in place of tuples, NumPy integers as sizes.
def predict_sequences():
    shown = [8, 2, 3]
    sibling = list(np.array([5, 7, 6]))
    return [shown, sibling]

# %% wrong: input_dim
# The last axis keeps the input dimension.
# fails: predict_sequences-sibling
# message: ends with the input dimension
def predict_sequences():
    return (8, 2, 10), (5, 7, 4)

# %% wrong: last_state
# The shape without return_sequences.
# fails: predict_sequences-sibling
# message: no time axis
def predict_sequences():
    return (8, 3), (5, 6)

# %% wrong: none_batch
# None for the batch, as in a model whose batch size is open.
# fails: predict_sequences-sibling
# message: this model declares one
def predict_sequences():
    return (None, 2, 3), (None, 7, 6)

# %% wrong: one_sentence
# The batch is left out.
# fails: predict_sequences-sibling
# message: the batch size is missing
def predict_sequences():
    return (2, 3), (7, 6)

# %% wrong: same_twice
# The shown shape given for both.
# fails: predict_sequences-sibling
# message: belongs to the first model
# visible: no
def predict_sequences():
    return (8, 2, 3), (8, 2, 3)

# %% wrong: sibling_only
# Only one shape is returned.
# fails: predict_sequences-sibling
# message: two
def predict_sequences():
    return (5, 7, 6)

# %% wrong: time_last
# Hidden size before time steps.
# fails: predict_sequences-sibling
# message: wrong order
def predict_sequences():
    return (8, 3, 2), (5, 6, 7)

# %% wrong: input_kept
# The hidden size added to the shape of the input.
# fails: predict_sequences-sibling
# message: no longer part of the shape
def predict_sequences():
    return (8, 2, 10, 3), (5, 7, 4, 6)

# %% wrong: time_first
# The time steps before the batch, as in PyTorch.
# fails: predict_sequences-sibling
# message: begins with the time steps
def predict_sequences():
    return (2, 8, 3), (7, 5, 6)

# %% wrong: text
# The shapes in quotes.
# fails: predict_sequences-sibling
# message: without the quotes
def predict_sequences():
    return "(8, 2, 3)", "(5, 7, 6)"
