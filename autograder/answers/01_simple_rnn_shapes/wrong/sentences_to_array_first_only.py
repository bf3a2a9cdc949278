"""The return stands in the loop.

fails: sentences_to_array-values sentences_to_array-repeated
message: first sentence only
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        return np.array([vectors[word] for word in sentence])
