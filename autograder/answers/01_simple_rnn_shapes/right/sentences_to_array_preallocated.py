"""A preallocated array."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    out = np.zeros((len(sentences), len(sentences[0]), dim))
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t, :] = vectors[word]
    return out
