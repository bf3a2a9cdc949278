"""Four windows.

fails: cut_windows-values cut_windows-one
message: shape
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(4)])[..., None]
