"""The axis of size 1 first.

fails: cut_windows-axes
message: comes last
"""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.array(windows)[None]
