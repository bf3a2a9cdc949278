"""Hidden size before time steps.

fails: predict_sequences-sibling
message: wrong order
"""

# %% predict_sequences
def predict_sequences():
    return (8, 3, 2), (5, 6, 7)
