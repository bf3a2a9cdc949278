"""The shortest length for all sentences.

fails: last_real-values
message: shortest sentence
"""

# %% last_real
def last_real(states, lengths):
    return states[:, lengths.min() - 1, :]
