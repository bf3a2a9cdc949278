"""One buffer is appended many times.

fails: last_real-values
message: one array appended
"""

# %% last_real
def last_real(states, lengths):
    row = np.zeros(states.shape[2])
    result = []
    for i, n in enumerate(lengths):
        row[:] = states[i, n - 1]
        result.append(row)
    return np.array(result)
