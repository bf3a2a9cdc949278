"""A single window loses its batch axis.

fails: cut_windows-one
message: another number of axes
"""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.squeeze(np.array(windows))[..., None]
