"""The mask has an axis of 1 at its end.

fails: pad-mask
message: axis of 1
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, (np.arange(lengths.max()) < lengths[:, None])[..., None]
