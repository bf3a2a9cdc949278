"""All lengths picked from every sentence.

fails: last_real-values last_real-shape
message: all lengths from every sentence
"""

# %% last_real
def last_real(states, lengths):
    return states[:, lengths - 1]
