"""The loop steps by T.

fails: cut_windows-values
message: do not overlap
"""

# %% cut_windows
def cut_windows(series, timesteps):
    starts = range(0, len(series) - timesteps + 1, timesteps)
    return np.array([series[i:i + timesteps] for i in starts])[..., None]
