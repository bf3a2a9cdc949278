"""Words are taken out of the list.

fails: sentences_to_array-unchanged
message: list of sentences
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    batch = []
    for sentence in sentences:
        rows = []
        while sentence:
            rows.append(vectors[sentence.pop(0)])
        batch.append(rows)
    return np.array(batch)
