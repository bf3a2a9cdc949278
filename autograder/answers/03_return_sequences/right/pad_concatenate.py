"""Zeros concatenated to each sentence; the mask padded in the same way."""

# %% pad
def pad(sequences):
    def fill(block, size):
        return np.concatenate([block, np.zeros((size - len(block), *block.shape[1:]), block.dtype)])

    size = max(map(len, sequences))
    array = np.stack([fill(s, size) for s in sequences]).astype(np.float32)
    mask = np.stack([fill(np.ones(len(s), dtype=bool), size) for s in sequences])
    return array, mask
