"""The series is moved on in place.

fails: cut_windows-unchanged
message: values of the series
"""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = []
    for i in range(len(series) - timesteps + 1):
        windows.append(series[:timesteps].copy())
        series[:-1] = series[1:].copy()
    return np.array(windows)[..., None]
