"""The last word of each sentence is lost.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-one
message: last word
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[s[t]] for t in range(len(s) - 1)] for s in sentences])
