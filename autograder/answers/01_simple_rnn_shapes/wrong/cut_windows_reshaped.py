"""Stacked by time step and brought to the shape by a reshape.

fails: cut_windows-check cut_windows-values
message: windows are mixed
"""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.stack([series[t:t + n] for t in range(timesteps)]).reshape(n, timesteps, 1)
