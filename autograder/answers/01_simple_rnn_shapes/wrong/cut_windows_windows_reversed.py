"""The last window first.

fails: cut_windows-values
message: windows in reverse order
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps, -1, -1)])[..., None]
