"""Axes of size 1 are dropped.

fails: sentences_to_array-one
message: another number of axes
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.squeeze(np.array([[vectors[word] for word in sentence] for sentence in sentences]))
