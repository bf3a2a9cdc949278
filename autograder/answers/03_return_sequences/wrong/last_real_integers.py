"""The result array is made for integers.

fails: last_real-values
message: cast to integers
"""

# %% last_real
def last_real(states, lengths):
    result = np.zeros((states.shape[0], states.shape[2]), dtype=int)
    for i, n in enumerate(lengths):
        result[i] = states[i, n - 1]
    return result
