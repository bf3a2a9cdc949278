"""Padded with -1, to tell it from real zeros.

fails: pad-array
message: padded with -1
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post", value=-1)
    return array, np.arange(lengths.max()) < lengths[:, None]
