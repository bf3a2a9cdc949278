"""Only one state thought to come back.

fails: predict_masked-sibling
message: after the last real state only
"""

# %% predict_masked
def predict_masked():
    return 1, 1
