"""A reshape with time steps before the batch.

fails: sentences_to_array-values
message: words mixed
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    d = len(next(iter(vectors.values())))
    flat = np.array([vectors[w] for s in sentences for w in s])
    return flat.reshape(len(sentences[0]), len(sentences), d)
