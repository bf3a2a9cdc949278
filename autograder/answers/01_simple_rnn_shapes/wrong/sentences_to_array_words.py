"""The words themselves.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown
message: array of numbers
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array(sentences)
