"""The first sentence is taken for the longest.

fails: pad-array pad-mask
message: stopped with ValueError
"""

# %% pad
def pad(sequences):
    longest = len(sequences[0])
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
