"""The padding is cleared, and then the last step taken.

fails: last_real-values
message: taken from cleared padding
"""

# %% last_real
def last_real(states, lengths):
    steps = np.arange(states.shape[1])
    cleared = np.where((steps < lengths[:, None])[:, :, None], states, 0)
    return cleared[:, -1]
