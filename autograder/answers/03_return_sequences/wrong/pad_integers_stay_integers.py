"""The dtype that all sentences share: integers where all hold integers.

fails: pad-fractions
message: For integers the array has dtype
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    shape = (len(sequences), longest, sequences[0].shape[1])
    array = np.zeros(shape, dtype=np.result_type(*sequences))
    mask = np.zeros(shape[:2], dtype=bool)
    for i, s in enumerate(sequences):
        array[i, : len(s)] = s
        mask[i, : len(s)] = True
    return array, mask
