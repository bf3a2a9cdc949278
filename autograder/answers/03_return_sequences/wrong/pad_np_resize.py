"""np.resize: each sentence begins anew where it ends.

fails: pad-array
message: begins each sentence anew
"""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    rows = [np.resize(s, (lengths.max(), s.shape[1])) for s in sequences]
    return np.array(rows, dtype=float), np.arange(lengths.max()) < lengths[:, None]
