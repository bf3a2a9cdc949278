"""A window as long as the series is refused.

fails: cut_windows-one
message: empty
"""

# %% cut_windows
def cut_windows(series, timesteps):
    if timesteps >= len(series):
        return np.zeros((0, timesteps, 1))
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])[..., None]
