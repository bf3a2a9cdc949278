"""Nested lists."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    return [[list(vectors[word]) for word in sentence] for sentence in sentences]
