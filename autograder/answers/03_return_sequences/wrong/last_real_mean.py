"""The mean of the real states.

fails: last_real-values
message: mean of the real states
"""

# %% last_real
def last_real(states, lengths):
    return np.array([states[i, :n].mean(axis=0) for i, n in enumerate(lengths)])
