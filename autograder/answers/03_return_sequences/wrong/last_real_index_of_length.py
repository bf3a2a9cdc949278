"""The sentence is looked up by its length, so that two of one length become the same.

fails: last_real-values
message: values are off
"""

# %% last_real
def last_real(states, lengths):
    listed = list(lengths)
    return np.stack([states[listed.index(n), n - 1] for n in listed])
