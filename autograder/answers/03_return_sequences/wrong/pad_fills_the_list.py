"""The padded sentences are put back into the list.

fails: pad-unchanged
message: changes what it is given
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    for i, s in enumerate(sequences):
        sequences[i] = np.vstack([s, np.zeros((longest - len(s), s.shape[1]))])
    return np.stack(sequences), np.arange(longest) < lengths[:, None]
