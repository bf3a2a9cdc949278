"""The return stands in the loop; a batch of one.

fails: sentences_to_array-values sentences_to_array-repeated
message: batch of one
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        batch.append([vectors[word] for word in sentence])
        return np.array(batch)
