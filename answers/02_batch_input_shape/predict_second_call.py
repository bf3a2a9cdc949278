# %% right: floats
# Floats in a list.
def predict_second_call():
    return [6.0, 16.0]

# %% right: sum
# Computed by a loop.
def predict_second_call():
    def last(*calls):
        h = 0
        for call in calls:
            for x_t in call:
                h = x_t + h
        return h

    return last([1, 2], [1, 2]), last([5, 0, 3], [5, 0, 3])

# %% wrong: adds_last
# Only the last input of the last call is added.
# fails: predict_second_call-check predict_second_call-sibling
# message: last input only
def predict_second_call():
    return 5, 11

# %% wrong: from_zero
# Every call is thought to start from zero.
# fails: predict_second_call-check predict_second_call-sibling
# message: every call from zero
def predict_second_call():
    return 3, 8

# %% wrong: last_input
# The output is thought to be the last input.
# fails: predict_second_call-check predict_second_call-sibling
# message: last input
def predict_second_call():
    return 2, 3

# %% wrong: no_reset
# The reset is overlooked.
# fails: predict_second_call-sibling
# message: ignores the reset
# visible: no
def predict_second_call():
    return 6, 24

# %% wrong: words
# A sentence is returned.
# fails: predict_second_call-check predict_second_call-sibling
# message: two things
def predict_second_call():
    return "6 and 16"

# %% wrong: first_step_only
# The state after the step before the last is given.
# fails: predict_second_call-check predict_second_call-sibling
# message: leaves out the last input
def predict_second_call():
    return 4, 13

# %% wrong: lists
# All hidden states of the call are given.
# fails: predict_second_call-check predict_second_call-sibling
# message: single value
def predict_second_call():
    return [4, 6], [13, 13, 16]

# %% wrong: mean
# The output is thought to be a mean over the time steps.
# fails: predict_second_call-check predict_second_call-sibling
# message: sum of whole numbers
def predict_second_call():
    return 1.5, 8 / 3

# %% wrong: outputs_added
# The outputs of the calls are added up.
# fails: predict_second_call-check predict_second_call-sibling
# message: adds the outputs
def predict_second_call():
    return 3 + 6, 8 + 8 + 16

# %% wrong: shown_twice
# The answer of the shown case is given twice.
# fails: predict_second_call-sibling
# message: shown case
# visible: no
def predict_second_call():
    return 6, 6

# %% wrong: one_number
# Only the first case is answered.
# fails: predict_second_call-check predict_second_call-sibling
# message: two things
def predict_second_call():
    return 6

# %% wrong: tanh
# The layer is thought to apply tanh as always.
# fails: predict_second_call-check predict_second_call-sibling
# message: sum of whole numbers
def predict_second_call():
    h = 0
    for x_t in (1, 2, 1, 2):
        h = np.tanh(x_t + h)
    return h, np.tanh(3 + np.tanh(0 + np.tanh(5)))

# %% wrong: text
# The numbers are written as text.
# fails: predict_second_call-check predict_second_call-sibling
# message: without the quotes
def predict_second_call():
    return "6", "16"

# %% wrong: unfinished
# The second answer is left open.
# fails: predict_second_call-check predict_second_call-sibling
# message: fill in your prediction
def predict_second_call():
    return 6, None
