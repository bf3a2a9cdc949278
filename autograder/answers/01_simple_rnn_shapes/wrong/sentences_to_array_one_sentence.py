"""A single sentence without a batch axis.

fails: sentences_to_array-one
message: another number of axes
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    batch = np.array([[vectors[word] for word in sentence] for sentence in sentences])
    return batch[0] if len(batch) == 1 else batch
