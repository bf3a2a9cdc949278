"""One flat list of words, then a reshape in the right order."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    words = [word for sentence in sentences for word in sentence]
    flat = np.concatenate([np.asarray(vectors[word], dtype=float) for word in words])
    return flat.reshape(len(sentences), len(sentences[0]), -1)
