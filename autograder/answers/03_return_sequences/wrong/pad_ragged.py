"""Nothing is padded: an object array of sentences.

fails: pad-array pad-mask pad-fractions
message: array of numbers
"""

# %% pad
def pad(sequences):
    array = np.empty(len(sequences), dtype=object)
    for i, s in enumerate(sequences):
        array[i] = s
    mask = np.array([len(s) > 0 for s in sequences])
    return array, mask
