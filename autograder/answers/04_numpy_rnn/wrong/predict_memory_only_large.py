"""Only |w| of 3 is taken to hold.

fails: predict_memory-sibling
message: above h
"""

# %% predict_memory
def predict_memory():
    return (False, True), (False, False, True)
