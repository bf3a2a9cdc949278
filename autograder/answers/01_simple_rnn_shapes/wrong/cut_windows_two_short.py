"""Two windows are lost.

fails: cut_windows-values cut_windows-one
message: last two
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps - 1)]).reshape(-1, timesteps, 1)
