# %% right: computed
# Computed by a helper, arrays of shapes.
def predict_stacked_shapes():
    return np.array([[1, 8], [2, 8], [10, 8]]), np.array([[n, 2] for n in (1, 4, 6)])

# %% right: lists
# Lists.
def predict_stacked_shapes():
    return [[[1, 8], [2, 8], [10, 8]], [[1, 2], [4, 2], [6, 2]]]

# %% wrong: full_from_start
# The whole array from the start.
# fails: predict_stacked_shapes-sibling
# message: all rows from the start
def predict_stacked_shapes():
    return ((10, 8), (10, 8), (10, 8)), ((6, 2), (6, 2), (6, 2))

# %% wrong: initial_counted
# The initial state is counted.
# fails: predict_stacked_shapes-sibling
# message: initial state
def predict_stacked_shapes():
    return ((2, 8), (3, 8), (11, 8)), ((2, 2), (5, 2), (7, 2))

# %% wrong: joined
# States joined end to end.
# fails: predict_stacked_shapes-sibling
# message: end to end
def predict_stacked_shapes():
    return ((8,), (16,), (80,)), ((2,), (8,), (12,))

# %% wrong: one_state
# The shape of one state, each time.
# fails: predict_stacked_shapes-sibling
# message: one state
def predict_stacked_shapes():
    return ((8,), (8,), (8,)), ((2,), (2,), (2,))

# %% wrong: second_step
# Step 2 for the sibling too.
# fails: predict_stacked_shapes-sibling
# message: about step 4
# visible: no
def predict_stacked_shapes():
    return ((1, 8), (2, 8), (10, 8)), ((1, 2), (2, 2), (6, 2))

# %% wrong: turned
# Units first.
# fails: predict_stacked_shapes-sibling
# message: axes swapped
def predict_stacked_shapes():
    return ((8, 1), (8, 2), (8, 10)), ((2, 1), (2, 4), (2, 6))

# %% wrong: words
# The input dimension instead of the hidden size.
# fails: predict_stacked_shapes-sibling
# message: numbers of a word
def predict_stacked_shapes():
    return ((1, 4), (2, 4), (10, 4)), ((1, 5), (4, 5), (6, 5))

# %% wrong: length_only
# The length of the list only.
# fails: predict_stacked_shapes-sibling
# message: length of the list
def predict_stacked_shapes():
    return ((1,), (2,), (10,)), ((1,), (4,), (6,))

# %% wrong: batch_axis
# An axis of batch in front.
# fails: predict_stacked_shapes-sibling
# message: axis too many
def predict_stacked_shapes():
    return ((1, 1, 8), (1, 2, 8), (1, 10, 8)), ((1, 1, 2), (1, 4, 2), (1, 6, 2))

# %% wrong: one_late
# The state is taken to be appended one step late.
# fails: predict_stacked_shapes-sibling
# message: one state too few
def predict_stacked_shapes():
    return ((0, 8), (1, 8), (9, 8)), ((0, 2), (3, 2), (5, 2))
