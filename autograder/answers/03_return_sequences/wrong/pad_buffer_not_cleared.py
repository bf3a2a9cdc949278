"""One row serves for all sentences and is never cleared.

fails: pad-array
message: keeps words of the sentence before
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    row = np.zeros((longest, sequences[0].shape[1]))
    rows, mask = [], []
    for s in sequences:
        row[: len(s)] = s
        rows.append(row.copy())
        mask.append([t < len(s) for t in range(longest)])
    return np.array(rows), np.array(mask)
