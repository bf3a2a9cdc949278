"""pad_sequences with padding="post" and its default dtype of integers.

fails: pad-fractions
message: lost its fractions
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences, padding="post")
    return array, np.arange(array.shape[1]) < lengths[:, None]
