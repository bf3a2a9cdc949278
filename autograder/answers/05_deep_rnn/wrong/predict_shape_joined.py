"""The two layers' units are added up.

fails: predict_shape-sibling
message: layers are stacked
"""

# %% predict_shape
def predict_shape():
    return (1, 10, 8), (3, 11)
