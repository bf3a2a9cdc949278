"""Shifted copies, stacked on the second axis."""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    return np.stack([np.reshape(series[t:t + n], (n, 1)) for t in range(timesteps)], axis=1)
