# %% right: numpy
# NumPy integers in an unpacked list.
def predict_masked():
    real_words = np.array([6, 7])
    return list(real_words)

# %% wrong: computes_on
# The layer thought to compute on at the time steps left out.
# fails: predict_masked-sibling
# message: counts every time step
def predict_masked():
    return 10, 12

# %% wrong: one
# Only one state thought to come back.
# fails: predict_masked-sibling
# message: one state for all time steps
def predict_masked():
    return 1, 1

# %% wrong: padding
# The padding counted, not the words.
# fails: predict_masked-sibling
# message: counts the padded time steps
def predict_masked():
    return 4, 5

# %% wrong: same_twice
# The shown number given for both.
# fails: predict_masked-sibling
# message: belongs to the first sentence
# visible: no
def predict_masked():
    return 6, 6

# %% wrong: zeros
# The layer thought to return zeros at the time steps left out.
# fails: predict_masked-sibling
# message: row of zeros
def predict_masked():
    return 7, 8

# %% wrong: one_less
# The first state thought to be the initial one.
# fails: predict_masked-sibling
# message: leaves out one real word
def predict_masked():
    return 5, 6

# %% wrong: units
# The hidden size given for the number of states.
# fails: predict_masked-sibling
# message: is the hidden size
def predict_masked():
    return 8, 8
