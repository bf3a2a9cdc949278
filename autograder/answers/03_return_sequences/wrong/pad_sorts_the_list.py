"""The list itself is sorted by length.

fails: pad-array pad-mask pad-unchanged
message: changes what it is given
"""

# %% pad
def pad(sequences):
    sequences.sort(key=len)
    longest = len(sequences[-1])
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
