"""The padding counted, not the words.

fails: predict_masked-sibling
message: counts the time steps of padding
"""

# %% predict_masked
def predict_masked():
    return 4, 5
