"""The mask has an axis for the features.

fails: pad-mask
message: axis for the features
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros(array.shape, dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
