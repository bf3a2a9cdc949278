"""Minus two for the last.

fails: last_of_both-forward last_of_both-edge
message: one before the last
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -2], bwd[:, 0]], axis=-1)
