"""Sentence by sentence."""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.array([np.concatenate([f[-1], g[0]]) for f, g in zip(fwd, bwd)])
