"""No axis for the batch.

fails: sentences_to_array-values
message: without an axis for the batch
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([vectors[w] for s in sentences for w in s])
