"""Words sorted.

fails: sentences_to_array-values
message: sentence sorted
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in sorted(s)] for s in sentences])
