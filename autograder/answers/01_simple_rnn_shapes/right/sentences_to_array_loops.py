"""Two loops and lists."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        rows = []
        for word in sentence:
            rows.append(vectors[word])
        batch.append(rows)
    return np.array(batch)
