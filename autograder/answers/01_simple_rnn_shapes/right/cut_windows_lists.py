"""Nested lists."""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series)
    return [[[series[i + t]] for t in range(timesteps)] for i in range(n - timesteps + 1)]
