"""The dict's order in place of the words'.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unknown
message: order of the dict
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in vectors if w in s] for s in sentences])
