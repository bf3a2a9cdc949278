"""A negative weight is taken to forget.

fails: predict_memory-sibling
message: sign of h turns
"""

# %% predict_memory
def predict_memory():
    return (False, True), (False, True, False)
