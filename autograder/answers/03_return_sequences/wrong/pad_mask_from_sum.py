"""The mask made from the sum of the features.

fails: pad-zeros
message: add up to zero
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, array.sum(axis=2) != 0
