"""Time is the first axis, in array and mask.

fails: pad-array pad-mask pad-fractions
message: time before the batch
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    mask = np.arange(lengths.max()) < lengths[:, None]
    return array.transpose(1, 0, 2), mask.T
