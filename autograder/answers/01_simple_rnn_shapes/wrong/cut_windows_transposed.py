"""Batch and time steps swapped.

fails: cut_windows-values
message: batch and time steps swapped
"""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.array([series[t:t + n] for t in range(timesteps)])[..., None]
