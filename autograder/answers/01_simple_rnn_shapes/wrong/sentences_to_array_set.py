"""Words that come twice are counted once.

fails: sentences_to_array-repeated
message: come
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in dict.fromkeys(s)] for s in sentences])
