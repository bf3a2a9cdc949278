"""The shown shape given for both.

fails: predict_sequences-sibling
message: of the shown model
"""

# %% predict_sequences
def predict_sequences():
    return (8, 2, 3), (8, 2, 3)
