"""Always four features.

fails: pad-array pad-mask pad-fractions pad-unchanged
message: stopped with ValueError
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    array = np.zeros((len(sequences), longest, 4))
    mask = np.zeros((len(sequences), longest), dtype=bool)
    for i, s in enumerate(sequences):
        array[i, :len(s)] = s
        mask[i, :len(s)] = True
    return array, mask
