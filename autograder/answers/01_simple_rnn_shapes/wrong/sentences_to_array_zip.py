"""The sentences are zipped: time steps first.

fails: sentences_to_array-values
message: batch and time steps swapped
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[word] for word in words] for words in zip(*sentences)])
