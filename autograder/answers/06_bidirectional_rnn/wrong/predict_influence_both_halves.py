"""Only rows that move in both halves are counted.

fails: predict_influence-sibling
message: both halves
"""

# %% predict_influence
def predict_influence():
    return (4, 7, 1), (19, 5, 1)
