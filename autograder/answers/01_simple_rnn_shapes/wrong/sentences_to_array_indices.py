"""The places of the words in place of their vectors.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown
message: places of the words
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    words = list(vectors)
    return np.array([[words.index(w) for w in s] for s in sentences])
