"""Filled column by column."""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 1
    out = np.empty((n, timesteps, 1))
    for t in range(timesteps):
        out[:, t, 0] = series[t:t + n]
    return out
