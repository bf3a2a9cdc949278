# %% right: tuples
# Tuples of tuples, computed by a helper.
def predict_states():
    def both(b, t, h):
        return (b, t, h), (b, h)

    return both(8, 2, 3), both(5, 7, 6)

# %% wrong: both_full
# Both tensors thought to hold all states.
# fails: predict_states-sibling
# message: a last state with a time axis
def predict_states():
    return [(8, 2, 3)] * 2, [(5, 7, 6)] * 2

# %% wrong: each_step
# A tensor for each time step.
# fails: predict_states-sibling
# message: one shape for each time step
def predict_states():
    return [(8, 3), (8, 3)], [(5, 6)] * 7

# %% wrong: input_dim
# The input dimension at the end of the shapes.
# fails: predict_states-sibling
# message: end with the input dimension
def predict_states():
    return [(8, 2, 10), (8, 10)], [(5, 7, 4), (5, 4)]

# %% wrong: one_tensor
# return_state thought to change nothing.
# fails: predict_states-sibling
# message: the last state, which return_state adds, is missing
def predict_states():
    return [(8, 2, 3)], [(5, 7, 6)]

# %% wrong: state_first
# The last state comes first.
# fails: predict_states-sibling
# message: last state first
def predict_states():
    return [(8, 3), (8, 2, 3)], [(5, 6), (5, 7, 6)]

# %% wrong: state_with_time_axis
# The last state thought to keep a time axis of 1.
# fails: predict_states-sibling
# message: time axis of size 1
def predict_states():
    return [(8, 2, 3), (8, 1, 3)], [(5, 7, 6), (5, 1, 6)]

# %% wrong: two_states
# Two states, as an LSTM has them.
# fails: predict_states-sibling
# message: one tensor too many
def predict_states():
    return [(8, 2, 3), (8, 3), (8, 3)], [(5, 7, 6), (5, 6), (5, 6)]

# %% wrong: pytorch
# The last state with an axis for the layers, as PyTorch returns it.
# fails: predict_states-sibling
# message: an axis for the layers
def predict_states():
    return [(8, 2, 3), (1, 8, 3)], [(5, 7, 6), (1, 5, 6)]

# %% wrong: last_only
# Only the last state is thought to come back.
# fails: predict_states-sibling
# message: all states, is missing
def predict_states():
    return [(8, 3)], [(5, 6)]

# %% wrong: one_shape
# One shape for each layer, not a list.
# fails: predict_states-sibling
# message: a list of shapes
def predict_states():
    return (8, 2, 3), (5, 7, 6)

# %% wrong: without_batch
# The state thought to be one for the whole batch.
# fails: predict_states-sibling
# message: without a batch axis
def predict_states():
    return [(8, 2, 3), (3,)], [(5, 7, 6), (6,)]
