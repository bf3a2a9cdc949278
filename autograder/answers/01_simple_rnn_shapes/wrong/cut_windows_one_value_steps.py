"""Windows of one value are not cut.

fails: cut_windows-one
message: another number of axes
"""

# %% cut_windows
def cut_windows(series, timesteps):
    if timesteps == 1:
        return series[:, None]
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]
