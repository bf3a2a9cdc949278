"""Time is taken for axis 0.

fails: last_of_both-forward last_of_both-backward last_of_both-edge
message: takes a sentence
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.concatenate([fwd[-1], bwd[0]], axis=-1)
