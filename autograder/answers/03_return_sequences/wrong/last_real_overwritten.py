"""The result is overwritten: the last sentence only.

fails: last_real-values last_real-shape
message: last sentence only
"""

# %% last_real
def last_real(states, lengths):
    for i, n in enumerate(lengths):
        result = states[i, n - 1]
    return result
