"""Words and keys in small letters.

fails: sentences_to_array-unknown
message: slips through
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    small = {w.lower(): v for w, v in vectors.items()}
    return np.array([[small[w.lower()] for w in s] for s in sentences])
