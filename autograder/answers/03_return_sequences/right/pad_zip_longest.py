"""Time steps are zipped, then turned."""

# %% pad
def pad(sequences):
    from itertools import zip_longest

    zero = [0.0] * sequences[0].shape[1]
    steps = list(zip_longest(*[s.tolist() for s in sequences], fillvalue=zero))
    real = list(zip_longest(*[[True] * len(s) for s in sequences], fillvalue=False))
    return np.array(steps, dtype=float).swapaxes(0, 1), np.array(real).T
