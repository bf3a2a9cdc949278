"""The largest of the real states.

fails: last_real-values
message: largest of the real states
"""

# %% last_real
def last_real(states, lengths):
    return np.array([states[i, :n].max(axis=0) for i, n in enumerate(lengths)])
