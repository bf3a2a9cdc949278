"""Windows with the next value too, which is the target.

fails: cut_windows-values cut_windows-one
message: one value too long
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps + 1] for i in range(len(series) - timesteps)])[..., None]
