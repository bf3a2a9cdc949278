"""The comparison with zero, value by value: three axes.

fails: pad-mask pad-zeros
message: axis for the features
"""

# %% pad
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, dtype="float64", padding="post")
    return array, array != 0
