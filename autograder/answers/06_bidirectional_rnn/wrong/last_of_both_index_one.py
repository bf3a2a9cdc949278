"""The first word has index 1.

fails: last_of_both-backward last_of_both-edge
message: counted from 0
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, 1]], axis=-1)
