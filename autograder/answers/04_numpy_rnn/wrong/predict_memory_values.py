"""The states instead of bools.

fails: predict_memory-sibling
message: Return bools
"""

# %% predict_memory
def predict_memory():
    return (0.0, 0.995), (0.06, 0.86, -0.995)
