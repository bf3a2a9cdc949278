"""The lengths are returned in place of the mask.

fails: pad-mask
message: has the lengths in it
"""

# %% pad
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.array([len(s) for s in sequences])
