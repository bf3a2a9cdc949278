"""Each sentence one long row.

fails: sentences_to_array-values
message: one long row
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([np.concatenate([vectors[w] for w in s]) for s in sentences])
