# %% right: array
# An array of two rows.
def predict_influence():
    return np.array([[4, 7, 10], [19, 5, 23]])

# %% right: lists
# Lists instead of tuples, worked out.
def predict_influence():
    return [[10 - 6, 6 + 1, 10], [23 - 4, 4 + 1, 23]]

# %% wrong: both_halves
# Only rows that move in both halves are counted.
# fails: predict_influence-sibling
# message: both halves
def predict_influence():
    return (4, 7, 1), (19, 5, 1)

# %% wrong: counted_from_one
# The index is counted from 1.
# fails: predict_influence-sibling
# message: counts x[
def predict_influence():
    return (3, 8, 10), (18, 6, 23)

# %% wrong: every_row
# Every row is thought to move.
# fails: predict_influence-sibling
# message: every row
def predict_influence():
    return (10, 10, 10), (23, 23, 23)

# %% wrong: exchanged
# Forward and backward are exchanged.
# fails: predict_influence-sibling
# message: exchanged
def predict_influence():
    return (7, 4, 10), (5, 19, 23)

# %% wrong: own_row_only
# A word is thought to move its own row only.
# fails: predict_influence-sibling
# message: only the row of the changed word
def predict_influence():
    return (1, 1, 1), (1, 1, 1)

# %% wrong: row_twice
# The two counts are added.
# fails: predict_influence-sibling
# message: one row
def predict_influence():
    return (4, 7, 11), (19, 5, 24)

# %% wrong: without_itself
# The row of the changed word itself is left out.
# fails: predict_influence-sibling
# message: leaves out the row
def predict_influence():
    return (3, 6, 9), (18, 4, 22)
