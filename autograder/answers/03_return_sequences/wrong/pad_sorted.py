"""The sentences are sorted by length, in a new list.

fails: pad-array pad-mask
message: another order
"""

# %% pad
def pad(sequences):
    ordered = sorted(sequences, key=len)
    longest = len(ordered[-1])
    array = np.zeros((len(ordered), longest, ordered[0].shape[1]))
    mask = np.zeros((len(ordered), longest), dtype=bool)
    for i, s in enumerate(ordered):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
