"""An array of indices."""

# %% cut_windows
def cut_windows(series, timesteps):
    starts = np.arange(len(series) - timesteps + 1)
    return np.asarray(series)[starts[:, None] + np.arange(timesteps)][:, :, np.newaxis]
