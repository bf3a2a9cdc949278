"""A preallocated array of integers.

fails: sentences_to_array-values sentences_to_array-repeated
message: integers
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    out = np.zeros((len(sentences), len(sentences[0]), dim), dtype=int)
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t] = vectors[word]
    return out
