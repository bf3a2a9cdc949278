"""Time steps and input dimension swapped.

fails: sentences_to_array-values
message: time steps and input dimension swapped
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[word] for word in sentence] for sentence in sentences]).transpose(0, 2, 1)
