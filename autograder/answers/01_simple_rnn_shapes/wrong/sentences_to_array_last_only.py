"""The list begins anew for each sentence.

fails: sentences_to_array-values sentences_to_array-repeated
message: last sentence only
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        rows = [vectors[word] for word in sentence]
    return np.array(rows)
