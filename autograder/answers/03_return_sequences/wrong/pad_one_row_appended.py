"""One row serves for all sentences, and the list holds it many times.

fails: pad-array pad-fractions
message: repeats one sentence in all rows
"""

# %% pad
def pad(sequences):
    longest = max(len(s) for s in sequences)
    row = np.zeros((longest, sequences[0].shape[1]))
    rows, mask = [], []
    for s in sequences:
        row[: len(s)] = s
        rows.append(row)
        mask.append([t < len(s) for t in range(longest)])
    return np.array(rows), np.array(mask)
