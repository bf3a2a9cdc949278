"""pad_sequences as it stands: padding in front, integers.

fails: pad-array pad-fractions
message: padding in front
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    array = keras.utils.pad_sequences(sequences)
    return array, np.arange(array.shape[1]) < lengths[:, None]
