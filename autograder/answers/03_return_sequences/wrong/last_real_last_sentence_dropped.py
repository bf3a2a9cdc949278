"""The loop ends one sentence too early.

fails: last_real-values last_real-shape
message: lacks the last sentence
"""

# %% last_real
def last_real(states, lengths):
    return np.array([states[i, lengths[i] - 1] for i in range(len(lengths) - 1)])
