"""The mask is True for one time step too many.

fails: pad-mask
message: one padded time step
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.arange(lengths.max()) <= lengths[:, None]
