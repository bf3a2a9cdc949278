"""The length of the first sentence for all.

fails: last_real-values
message: first sentence
"""

# %% last_real
def last_real(states, lengths):
    return states[:, lengths[0] - 1]
