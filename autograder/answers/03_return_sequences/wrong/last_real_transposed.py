"""Hidden states and sentences swapped.

fails: last_real-values last_real-shape
message: swapped
"""

# %% last_real
def last_real(states, lengths):
    return np.stack([states[i, n - 1] for i, n in enumerate(lengths)], axis=1)
