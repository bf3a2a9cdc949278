"""The index is counted from 1.

fails: predict_influence-sibling
message: last index
"""

# %% predict_influence
def predict_influence():
    return (3, 8, 10), (18, 6, 23)
