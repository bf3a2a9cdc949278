"""The shape without return_sequences.

fails: predict_sequences-sibling
message: no time axis
"""

# %% predict_sequences
def predict_sequences():
    return (8, 3), (5, 6)
