"""The return stands in the loop: the first sentence only.

fails: last_real-values last_real-shape
message: one sentence only
"""

# %% last_real
def last_real(states, lengths):
    result = []
    for i in range(len(lengths)):
        result.append(states[i, lengths[i] - 1])
        return np.array(result[0])
