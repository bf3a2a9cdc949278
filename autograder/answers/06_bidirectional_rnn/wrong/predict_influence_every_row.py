"""Every row is thought to move.

fails: predict_influence-sibling
message: every row
"""

# %% predict_influence
def predict_influence():
    return (10, 10, 10), (23, 23, 23)
