"""pad_sequences in float32, the mask by a list comprehension."""

# %% pad
def pad(sequences):
    array = keras.utils.pad_sequences(sequences, padding="post", dtype="float32")
    mask = np.array([[t < len(s) for t in range(array.shape[1])] for s in sequences])
    return array, mask
