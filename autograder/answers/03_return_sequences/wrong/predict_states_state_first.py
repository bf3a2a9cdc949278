"""The last state comes first.

fails: predict_states-sibling
message: last state first
"""

# %% predict_states
def predict_states():
    return [(8, 3), (8, 2, 3)], [(5, 6), (5, 7, 6)]
