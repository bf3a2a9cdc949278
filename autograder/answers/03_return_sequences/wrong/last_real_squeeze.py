"""squeeze drops every axis of size 1, that of the batch among them.

fails: last_real-shape
message: lost an axis
"""

# %% last_real
def last_real(states, lengths):
    return np.take_along_axis(states, (lengths - 1)[:, None, None], axis=1).squeeze()
