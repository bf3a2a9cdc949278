"""The mask is True where the padding is.

fails: pad-mask
message: upside down
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.ones((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = False
    return array, mask
