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
# Only the last input of the second sequence is added.
# fails: predict_second_call-sibling
# message: last input only
def predict_second_call():
    return 6, 11

# %% wrong: from_zero
# Every call is thought to start from zero.
# fails: predict_second_call-check predict_second_call-sibling
# message: starts every call from zero
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
# message: no reset
def predict_second_call():
    return 6, 24

# %% wrong: words
# A sentence is returned.
# fails: predict_second_call-check predict_second_call-sibling
# message: two numbers
def predict_second_call():
    return "6 and 16"
