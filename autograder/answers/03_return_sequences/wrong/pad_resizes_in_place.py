"""The arrays of the list are resized in place.

fails: pad-unchanged
message: changes what it is given
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    for s in sequences:
        s.resize((longest, s.shape[1]), refcheck=False)
    return np.stack(sequences).astype(float), np.arange(longest) < lengths[:, None]
