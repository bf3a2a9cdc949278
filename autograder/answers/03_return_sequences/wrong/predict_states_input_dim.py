"""The input dimension at the end of the shapes.

fails: predict_states-sibling
message: ends with the input dimension
"""

# %% predict_states
def predict_states():
    return [(8, 2, 10), (8, 10)], [(5, 7, 4), (5, 4)]
