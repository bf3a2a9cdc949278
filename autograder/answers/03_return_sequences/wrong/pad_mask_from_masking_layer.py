"""The mask asked of keras.layers.Masking, which goes by the values.

fails: pad-zeros
message: all of its features are zero
"""

# %% pad
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float32", padding="post")
    return array, np.asarray(keras.layers.Masking().compute_mask(array))
