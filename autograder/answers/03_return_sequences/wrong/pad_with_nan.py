"""Padded with nan.

fails: pad-array
message: nan
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.full((len(sequences), lengths.max(), sequences[0].shape[1]), np.nan)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]
