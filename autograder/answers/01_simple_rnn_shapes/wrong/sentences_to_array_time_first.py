"""The time axis first.

fails: sentences_to_array-values
message: batch and time steps swapped
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[word] for word in sentence] for sentence in sentences]).transpose(1, 0, 2)
