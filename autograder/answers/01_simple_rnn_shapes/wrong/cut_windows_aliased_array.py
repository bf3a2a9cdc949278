"""One array is put in many times.

fails: cut_windows-values cut_windows-one
message: last window again and again
"""

# %% cut_windows
def cut_windows(series, timesteps):
    window = np.zeros(timesteps)
    windows = []
    for i in range(len(series) - timesteps + 1):
        window[:] = series[i:i + timesteps]
        windows.append(window)
    return np.array(windows)[..., None]
