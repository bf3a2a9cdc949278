"""Always two sentences, as in the example.

fails: last_real-values last_real-shape
message: has shape
"""

# %% last_real
def last_real(states, lengths):
    return np.stack([states[0, lengths[0] - 1], states[1, lengths[1] - 1]])
