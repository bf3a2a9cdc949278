"""Axes of length 1 are squeezed out.

fails: last_of_both-edge
message: has shape
"""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.squeeze(np.concatenate([fwd[:, -1], bwd[:, 0]], axis=-1))
