"""Forward and backward are exchanged.

fails: predict_influence-sibling
message: exchanged
"""

# %% predict_influence
def predict_influence():
    return (7, 4, 10), (5, 19, 23)
