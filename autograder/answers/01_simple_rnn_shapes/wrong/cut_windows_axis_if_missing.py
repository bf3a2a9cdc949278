"""The axis is added only where no axis of size 1 is there.

fails: cut_windows-one
message: another number of axes
"""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])
    return windows if 1 in windows.shape else windows[..., None]
