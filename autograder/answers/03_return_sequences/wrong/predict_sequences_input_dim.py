"""The last axis keeps the input dimension.

fails: predict_sequences-sibling
message: ends with the input dimension
"""

# %% predict_sequences
def predict_sequences():
    return (8, 2, 10), (5, 7, 4)
