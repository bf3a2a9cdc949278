"""A defaultdict made from the dict: unknown words are added.

fails: sentences_to_array-unknown
message: slips through
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    dim = len(next(iter(vectors.values())))
    return np.array([[vectors.setdefault(w, np.zeros(dim)) for w in s] for s in sentences])
