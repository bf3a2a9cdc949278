"""The mask is made for padding in front; the array is right.

fails: pad-mask
message: True at the end of each row
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    longest = lengths.max()
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    mask = np.arange(longest) >= longest - lengths[:, None]
    return array, mask
