"""Words in small letters.

fails: sentences_to_array-unknown
message: slips through
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w.lower()] for w in s] for s in sentences])
