"""The other way round.

fails: predict_memory-sibling
message: reverse for each
"""

# %% predict_memory
def predict_memory():
    return (True, False), (True, False, False)
