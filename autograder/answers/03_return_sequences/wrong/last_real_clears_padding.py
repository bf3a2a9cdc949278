"""The padded states are set to zero in place.

fails: last_real-unchanged
message: changes the states
"""

# %% last_real
def last_real(states, lengths):
    result = []
    for i, n in enumerate(lengths):
        states[i, n:] = 0
        result.append(states[i, n - 1])
    return np.array(result)
