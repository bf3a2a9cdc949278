"""A word is thought to move its own row only.

fails: predict_influence-sibling
message: only the row of the changed word
"""

# %% predict_influence
def predict_influence():
    return (1, 1, 1), (1, 1, 1)
