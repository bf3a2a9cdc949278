# %% right: computed
# Run, with NumPy bools.
def holds(w):
    h = np.tanh(5.0)
    for _ in range(20):
        h = np.tanh(w * h)
    return abs(h) > 0.5

def predict_memory():
    return (holds(0.5), holds(3)), tuple(holds(w) for w in (0.9, 1.5, -3))

# %% right: lists
# Lists.
def predict_memory():
    return [[False, True], [False, True, True]]

# %% wrong: all_forget
# Every network forgets.
# fails: predict_memory-sibling
# message: forget
def predict_memory():
    return (False, False), (False, False, False)

# %% wrong: negative_forgets
# A negative weight is taken to forget.
# fails: predict_memory-sibling
# message: sign
# visible: no
def predict_memory():
    return (False, True), (False, True, False)

# %% wrong: nine_tenths_holds
# 0.9 is taken for nearly 1.
# fails: predict_memory-sibling
# message: twenty times
# visible: no
def predict_memory():
    return (False, True), (True, True, True)

# %% wrong: only_large
# Only |w| of 3 is taken to hold.
# fails: predict_memory-sibling
# message: above h
# visible: no
def predict_memory():
    return (False, True), (False, False, True)

# %% wrong: reversed
# The other way round.
# fails: predict_memory-sibling
# message: opposite for each
def predict_memory():
    return (True, False), (True, False, False)

# %% wrong: values
# The states instead of bools.
# fails: predict_memory-sibling
# message: Return bools
def predict_memory():
    return (0.0, 0.995), (0.06, 0.86, -0.995)

# %% wrong: all_remember
# Every network remembers.
# fails: predict_memory-sibling
# message: remember
def predict_memory():
    return (True, True), (True, True, True)

# %% wrong: text
# The answers are texts.
# fails: predict_memory-sibling
# message: quotes
def predict_memory():
    return ("False", "True"), ("False", "True", "True")

# %% wrong: weights
# The weights that remember, instead of bools.
# fails: predict_memory-sibling
# message: Return bools
def predict_memory():
    return [3], [1.5, -3]
