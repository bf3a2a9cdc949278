"""None for the batch, as in a model whose batch size is open.

fails: predict_sequences-sibling
message: declares its batch size
"""

# %% predict_sequences
def predict_sequences():
    return (None, 2, 3), (None, 7, 6)
