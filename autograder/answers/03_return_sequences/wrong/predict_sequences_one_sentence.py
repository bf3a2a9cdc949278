"""The batch is left out.

fails: predict_sequences-sibling
message: the batch is missing
"""

# %% predict_sequences
def predict_sequences():
    return (2, 3), (7, 6)
