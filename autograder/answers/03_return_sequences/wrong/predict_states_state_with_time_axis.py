"""The last state thought to keep a time axis of 1.

fails: predict_states-sibling
message: time axis of 1
"""

# %% predict_states
def predict_states():
    return [(8, 2, 3), (8, 1, 3)], [(5, 7, 6), (5, 1, 6)]
