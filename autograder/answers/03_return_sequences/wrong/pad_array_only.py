"""Only the array is returned.

fails: pad-array pad-mask pad-zeros pad-fractions
message: two things
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, sequences[0].shape[1]))
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
    return array
