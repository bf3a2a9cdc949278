"""One time step of padding too many.

fails: pad-array pad-mask
message: one time step too long
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences) + 1
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
