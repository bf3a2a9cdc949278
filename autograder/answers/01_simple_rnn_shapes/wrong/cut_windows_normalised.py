"""The series is shifted by its mean, in place.

fails: cut_windows-values cut_windows-one cut_windows-unchanged
message: values of the series
"""

# %% cut_windows
def cut_windows(series, timesteps):
    series -= series.mean()
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]
