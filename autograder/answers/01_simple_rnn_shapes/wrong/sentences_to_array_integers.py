"""Cast to integers.

fails: sentences_to_array-values sentences_to_array-repeated
message: integers
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[word] for word in sentence] for sentence in sentences]).astype(int)
