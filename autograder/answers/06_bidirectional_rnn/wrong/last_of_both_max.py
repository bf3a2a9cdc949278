"""The largest value over time.

fails: last_of_both-forward last_of_both-backward
message: largest over time
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd.max(axis=1), bwd.max(axis=1)], axis=-1)
