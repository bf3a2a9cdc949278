"""Row -1 for both directions.

fails: last_of_both-backward
message: met one word only
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[:, -1], bwd[:, -1]], axis=-1)
