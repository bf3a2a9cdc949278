"""Windows of three values.

fails: cut_windows-values cut_windows-one
message: has shape
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + 3] for i in range(len(series) - 3 + 1)])[..., None]
