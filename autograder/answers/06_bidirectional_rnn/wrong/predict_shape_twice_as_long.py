"""The directions are thought to follow each other in time.

fails: predict_shape-sibling
message: one after the other in time
"""

# %% predict_shape
def predict_shape():
    return (None, 20, 8), (None, 14, 5)
