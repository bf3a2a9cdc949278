"""Another error.

fails: sentences_to_array-unknown
message: ValueError
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        for word in sentence:
            if word not in vectors:
                raise ValueError(word)
    return np.array([[vectors[word] for word in sentence] for sentence in sentences])
