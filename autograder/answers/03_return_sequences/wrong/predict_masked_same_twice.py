"""The shown number given for both.

fails: predict_masked-sibling
message: of the shown sentence
"""

# %% predict_masked
def predict_masked():
    return 6, 6
