"""The series is reshaped in place.

fails: cut_windows-unchanged
message: another shape
"""

# %% cut_windows
def cut_windows(series, timesteps):
    series.shape = (len(series), 1)
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])
