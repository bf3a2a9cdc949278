"""The first window is lost.

fails: cut_windows-values cut_windows-one
message: lacks the first window
"""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.array([series[i:i + timesteps] for i in range(1, n)]).reshape(-1, timesteps, 1)
