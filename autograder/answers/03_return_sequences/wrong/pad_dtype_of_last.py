"""The array has the dtype of the last sentence.

fails: pad-fractions
message: lost its fractions
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.full((len(sequences), longest, sequences[0].shape[1]), 0, dtype=sequences[-1].dtype)
    lengths = np.array([len(s) for s in sequences])
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array, np.arange(longest) < lengths[:, None]
