"""itemgetter gives no tuple for a single word.

fails: sentences_to_array-one
message: sentences of one word
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([operator.itemgetter(*s)(vectors) for s in sentences])
