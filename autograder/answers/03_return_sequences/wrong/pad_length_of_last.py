"""Cut or padded to the length of the last sentence.

fails: pad-array pad-mask
message: as long as the last sentence
"""

# %% pad
def pad(sequences):
    longest = len(sequences[-1])
    array = keras.utils.pad_sequences(sequences, maxlen=longest, dtype="float64", padding="post", truncating="post")
    lengths = np.array([len(s) for s in sequences])
    return array, np.arange(longest) < lengths[:, None]
