"""Both tensors thought to hold all states.

fails: predict_states-sibling
message: gives the last state a time axis
"""

# %% predict_states
def predict_states():
    return [(8, 2, 3)] * 2, [(5, 7, 6)] * 2
