"""The axis for the input dimension is missing.

fails: cut_windows-axes
message: axis for the input dimension is missing
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[i:i + timesteps] for i in range(len(series) - timesteps + 1)])
