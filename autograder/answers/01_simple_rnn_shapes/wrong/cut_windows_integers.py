"""Cast to integers.

fails: cut_windows-values cut_windows-one
message: integers
"""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = [series[i:i + timesteps] for i in range(len(series) - timesteps + 1)]
    return np.array(windows, dtype=int)[..., None]
