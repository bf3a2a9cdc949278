"""The latest value first in each window.

fails: cut_windows-values
message: reverse order of time
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps][::-1] for i in range(len(series) - timesteps + 1)])[..., None]
