"""Two subtracted from the length.

fails: last_real-values
message: one time step too early
"""

# %% last_real
def last_real(states, lengths):
    return states[np.arange(len(lengths)), lengths - 2]
