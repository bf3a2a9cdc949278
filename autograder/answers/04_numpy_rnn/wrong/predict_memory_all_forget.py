"""Every network forgets.

fails: predict_memory-sibling
message: all three forget
"""

# %% predict_memory
def predict_memory():
    return (False, False), (False, False, False)
