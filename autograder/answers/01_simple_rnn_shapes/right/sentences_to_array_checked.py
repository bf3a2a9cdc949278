"""A message of its own for unknown words; a tensor comes back."""

# %% sentences_to_array
def sentences_to_array(sentences, vectors):
    for word in sum(sentences, []):
        if word not in vectors:
            raise KeyError(f'unknown word: {word}')
    return keras.ops.convert_to_tensor([[vectors[w] for w in s] for s in sentences], 'float32')
