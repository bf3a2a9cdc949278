"""Stacked, in float32."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    tables = [np.stack([vectors[word] for word in sentence]) for sentence in sentences]
    return np.stack(tables).astype('float32')
