"""The mask is True at the last real time step only.

fails: pad-mask
message: last real time step only
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, len(s) - 1] = True
    return array, mask
