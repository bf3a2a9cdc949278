"""np.pad in the mode "edge": the last word is repeated.

fails: pad-array
message: repeats the last word
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = [np.pad(s, ((0, lengths.max() - len(s)), (0, 0)), mode="edge") for s in sequences]
    return np.stack(rows).astype(float), np.arange(lengths.max()) < lengths[:, None]
