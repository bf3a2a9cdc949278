"""The words are replaced in the list.

fails: sentences_to_array-unchanged
message: list of sentences
"""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for sentence in sentences:
        for t in range(len(sentence)):
            sentence[t] = vectors[sentence[t]]
    return np.array(sentences)
