"""Only the first word of each sentence is looked at; unknown ones after it become zeros.

fails: sentences_to_array-unknown
message: slips through
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for s in sentences:
        if s[0] not in vectors:
            raise KeyError(s[0])
    d = len(next(iter(vectors.values())))
    return np.array([[vectors.get(w, [0.0] * d) for w in s] for s in sentences])
