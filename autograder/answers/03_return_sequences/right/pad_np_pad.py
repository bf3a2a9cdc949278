"""np.pad and np.stack, the mask by a comparison."""

# %% pad
def pad(sequences):
    lengths = np.array([len(s) for s in sequences])
    T = lengths.max()
    rows = [np.pad(s.astype(float), ((0, T - len(s)), (0, 0))) for s in sequences]
    return np.stack(rows), np.arange(T)[None, :] < lengths[:, None]
