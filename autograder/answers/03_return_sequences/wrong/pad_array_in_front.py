"""The padding stands in front in the array; the mask is right.

fails: pad-array
message: padding in front
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32")
    mask = np.arange(lengths.max()) < lengths[:, None]
    return array, mask
