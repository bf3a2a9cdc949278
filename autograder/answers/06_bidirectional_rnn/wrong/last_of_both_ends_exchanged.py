"""The first forward and the last backward state.

fails: last_of_both-forward last_of_both-backward
message: after the first word
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, 0], bwd[:, -1]], axis=-1)
