"""The length itself is the index.

fails: last_real-values
message: one time step too late
"""

# %% last_real
def last_real(states, lengths):
    return states[np.arange(len(lengths)), lengths]
