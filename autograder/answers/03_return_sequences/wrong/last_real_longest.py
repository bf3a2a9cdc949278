"""The longest length for all sentences.

fails: last_real-values
message: longest sentence
"""

# %% last_real
def last_real(states, lengths):
    return states[:, max(lengths) - 1]
