"""The rows are a default argument and pile up over the calls.

fails: pad-array pad-mask pad-zeros pad-fractions pad-unchanged
message: stopped with
"""

# %% pad
def pad(sequences, rows=[]):
    lengths = np.array([len(s) for s in sequences])
    for s in sequences:
        rows.append(np.pad(s.astype(float), ((0, lengths.max() - len(s)), (0, 0))))
    return np.stack(rows), np.arange(lengths.max()) < lengths[:, None]
