"""Nested lists, in a list of two."""

# %% pad
def pad(sequences):
    longest = max([s.shape[0] for s in sequences])
    features = sequences[0].shape[1]
    array, mask = [], []
    for s in sequences:
        missing = longest - s.shape[0]
        array.append([list(map(float, row)) for row in s] + [[0.0] * features] * missing)
        mask.append([True] * s.shape[0] + [False] * missing)
    return [array, mask]
