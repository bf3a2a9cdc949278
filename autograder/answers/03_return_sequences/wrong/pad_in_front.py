"""The padding stands in front, in array and mask.

fails: pad-array pad-mask
message: padding in front
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, longest - len(s):] = s
        mask[i, longest - len(s):] = True
    return array, mask
