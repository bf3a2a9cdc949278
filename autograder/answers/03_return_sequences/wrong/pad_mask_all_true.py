"""The mask is True everywhere.

fails: pad-mask
message: True everywhere
"""

# %% pad
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return array, np.ones(array.shape[:2], dtype=bool)
