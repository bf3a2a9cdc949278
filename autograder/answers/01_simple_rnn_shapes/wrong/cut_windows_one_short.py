"""The last window is lost.

fails: cut_windows-values cut_windows-one
message: lacks the last window
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps)])[..., None]
