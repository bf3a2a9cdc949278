"""The sizes of the example.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-one sentences_to_array-unchanged
message: stopped with
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    out = np.zeros((2, 2, 2))
    for i, sentence in enumerate(sentences):
        for t, word in enumerate(sentence):
            out[i, t] = vectors[word]
    return out
