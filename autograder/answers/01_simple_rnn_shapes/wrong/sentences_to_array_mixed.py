"""A reshape in place of a transpose.

fails: sentences_to_array-values
message: come from a reshape
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    b, t = len(sentences), len(sentences[0])
    steps = np.array([[vectors[s[k]] for s in sentences] for k in range(t)])
    return steps.reshape(b, t, -1)
