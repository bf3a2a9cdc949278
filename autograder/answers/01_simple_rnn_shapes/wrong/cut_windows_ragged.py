"""Windows that grow shorter at the end.

fails: cut_windows-values cut_windows-axes cut_windows-one cut_windows-unchanged
message: inhomogeneous
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series))])[..., None]
