"""The lengths are counted from the end.

fails: last_real-values
message: from the end
"""

# %% last_real
def last_real(states, lengths):
    return states[np.arange(len(lengths)), -lengths]
