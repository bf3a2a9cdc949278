"""One vector is put in many times.

fails: sentences_to_array-values sentences_to_array-repeated
message: one word of each sentence
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    row = np.zeros(len(next(iter(vectors.values()))))
    batch = []
    for sentence in sentences:
        rows = []
        for word in sentence:
            row[:] = vectors[word]
            rows.append(row)
        batch.append(np.array(rows))
    return np.array(batch)
