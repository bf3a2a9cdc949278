"""Ten words are written out.

fails: last_of_both-forward last_of_both-backward last_of_both-edge
message: IndexError
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, 9], bwd[:, 0]], axis=-1)
