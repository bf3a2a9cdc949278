"""The row of the changed word itself is left out.

fails: predict_influence-sibling
message: leaves out the row
"""

# %% predict_influence
def predict_influence():
    return (3, 6, 9), (18, 4, 22)
