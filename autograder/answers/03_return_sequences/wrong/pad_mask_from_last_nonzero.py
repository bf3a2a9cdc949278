"""The length taken from the last time step that is not zero.

fails: pad-zeros
message: takes a real time step for padding
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        rows = np.flatnonzero(array[i].any(axis=1))
        mask[i, :rows[-1] + 1] = True
    return array, mask
