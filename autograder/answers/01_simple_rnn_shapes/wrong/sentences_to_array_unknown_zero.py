"""Unknown words become zeros.

fails: sentences_to_array-unknown
message: slips through
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    zeros = np.zeros_like(next(iter(vectors.values())))
    return np.array([[vectors.get(w, zeros) for w in s] for s in sentences])
