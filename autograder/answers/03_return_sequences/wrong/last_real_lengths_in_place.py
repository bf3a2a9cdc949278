"""One is subtracted from the lengths in place.

fails: last_real-unchanged
message: changes the lengths
"""

# %% last_real
def last_real(states, lengths):
    lengths -= 1
    return states[np.arange(len(lengths)), lengths]
