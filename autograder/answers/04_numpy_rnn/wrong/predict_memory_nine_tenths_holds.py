"""0.9 is taken for nearly 1.

fails: predict_memory-sibling
message: twenty times over
"""

# %% predict_memory
def predict_memory():
    return (False, True), (True, True, True)
