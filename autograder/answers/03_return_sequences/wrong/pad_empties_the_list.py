"""The sentences are popped off the list.

fails: pad-unchanged
message: number of sentences
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = []
    while sequences:
        s = sequences.pop(0)
        rows.append(np.pad(s.astype(float), ((0, lengths.max() - len(s)), (0, 0))))
    return np.stack(rows), np.arange(lengths.max()) < lengths[:, None]
