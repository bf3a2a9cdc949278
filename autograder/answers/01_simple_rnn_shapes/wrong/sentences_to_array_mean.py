"""The mean of each sentence.

fails: sentences_to_array-values sentences_to_array-repeated
message: mean
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([np.mean([vectors[w] for w in s], axis=0) for s in sentences])
