"""Always two sentences.

fails: pad-array pad-mask pad-zeros pad-unchanged
message: stopped with
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((2, longest, sequences[0].shape[1]))
    mask = np.zeros((2, longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
