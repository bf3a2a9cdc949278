"""Words stacked on the last axis.

fails: sentences_to_array-values
message: time steps and input dimension swapped
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([np.stack([vectors[w] for w in s], axis=-1) for s in sentences])
