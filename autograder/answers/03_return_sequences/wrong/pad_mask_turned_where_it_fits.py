"""Lengths and time steps are compared along the wrong axis; turned where the sizes tell.

fails: pad-mask
message: time before the batch
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
    mask = np.arange(longest)[:, None] < np.array([len(s) for s in sequences])
    return array, mask if mask.shape == array.shape[:2] else mask.T
