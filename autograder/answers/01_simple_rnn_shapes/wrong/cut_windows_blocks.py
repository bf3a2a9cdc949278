"""Windows that do not overlap.

fails: cut_windows-values
message: do not overlap
"""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) // timesteps
    return np.reshape(series[:n * timesteps], (n, timesteps, 1))
