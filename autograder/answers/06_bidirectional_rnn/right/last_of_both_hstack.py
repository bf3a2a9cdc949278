"""np.hstack."""

# %% last_of_both
def last_of_both(fwd, bwd):
    return np.hstack((fwd[:, -1, :], bwd[:, 0, :]))
