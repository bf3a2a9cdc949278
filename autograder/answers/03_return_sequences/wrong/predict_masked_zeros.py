"""The layer thought to return zeros at the time steps left out.

fails: predict_masked-sibling
message: row of zeros
"""

# %% predict_masked
def predict_masked():
    return 7, 8
