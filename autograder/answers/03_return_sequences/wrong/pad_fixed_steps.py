"""Padded to the ten time steps of the example, whatever the sentences.

fails: pad-array pad-mask
message: has shape
"""

# %% pad
def pad(sequences):
    array = np.zeros((len(sequences), 10, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), 10), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
