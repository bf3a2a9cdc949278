"""squeeze drops every axis of size 1.

fails: pad-array
message: lost an axis
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return np.squeeze(array), np.arange(lengths.max()) < lengths[:, None]
