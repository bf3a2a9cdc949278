"""Padded with ones.

fails: pad-array
message: padded with ones
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.ones((len(sequences), lengths.max(), sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]
