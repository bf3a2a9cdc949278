"""One array is put in many times.

fails: sentences_to_array-values sentences_to_array-repeated
message: last sentence again and again
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    rows = np.zeros((len(sentences[0]), len(next(iter(vectors.values())))))
    batch = []
    for sentence in sentences:
        for t, word in enumerate(sentence):
            rows[t] = vectors[word]
        batch.append(rows)
    return np.array(batch)
