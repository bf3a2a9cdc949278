"""Sentences that come twice are counted once.

fails: sentences_to_array-repeated
message: counted once
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    unique = dict.fromkeys(tuple(sentence) for sentence in sentences)
    return np.array([[vectors[w] for w in s] for s in unique])
