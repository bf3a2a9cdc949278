"""Unknown words are left out.

fails: sentences_to_array-unknown
message: KeyError
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in s if w in vectors] for s in sentences])
