"""The vectors are summed into one in place.

fails: sentences_to_array-values sentences_to_array-repeated sentences_to_array-unchanged
message: vector has changed
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        total = vectors[sentence[0]]
        for word in sentence[1:]:
            total += vectors[word]
        batch.append(total.copy())
    return np.array(batch)
