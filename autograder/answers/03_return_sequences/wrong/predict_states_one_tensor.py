"""return_state thought to change nothing.

fails: predict_states-sibling
message: lacks the last state
"""

# %% predict_states
def predict_states():
    return [(8, 2, 3)], [(5, 7, 6)]
