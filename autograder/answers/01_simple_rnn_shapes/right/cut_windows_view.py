"""NumPy's sliding windows: a view that cannot be written to."""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.lib.stride_tricks.sliding_window_view(series, timesteps)[..., None]
