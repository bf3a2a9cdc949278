"""The mask made from the values: a time step of zeros is taken for padding.

fails: pad-zeros
message: all of its features are zero
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.any(array != 0, axis=-1)
