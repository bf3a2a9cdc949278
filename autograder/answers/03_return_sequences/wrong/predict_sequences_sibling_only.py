"""Only one shape is returned.

fails: predict_sequences-sibling
message: two things
"""

# %% predict_sequences
def predict_sequences():
    return (5, 7, 6)
