"""Each sentence from its end.

fails: sentences_to_array-values
message: reverse order
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return np.array([[vectors[w] for w in s[::-1]] for s in sentences])
