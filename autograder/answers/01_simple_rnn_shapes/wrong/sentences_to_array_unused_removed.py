"""Words that are not used are taken out of the dict.

fails: sentences_to_array-unchanged
message: dict of vectors
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    used = {w for s in sentences for w in s}
    for word in list(vectors):
        if word not in used:
            del vectors[word]
    return np.array([[vectors[word] for word in sentence] for sentence in sentences])
