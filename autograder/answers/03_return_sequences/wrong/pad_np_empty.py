"""An array that is never cleared: what stood in memory is taken for padding.

fails: pad-array
message: values are off
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = np.full((len(sequences), lengths.max(), sequences[0].shape[1]), 1e-3)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(lengths.max()) < lengths[:, None]
