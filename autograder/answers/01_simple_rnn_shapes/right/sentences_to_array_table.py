"""A table of vectors and an array of indices."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    index = {word: k for k, word in enumerate(vectors)}
    table = np.array(list(vectors.values()))
    places = np.array([[index[word] for word in sentence] for sentence in sentences])
    print(places.shape)
    return table[places]
