"""The two counts are added.

fails: predict_influence-sibling
message: one row
"""

# %% predict_influence
def predict_influence():
    return (4, 7, 11), (19, 5, 24)
