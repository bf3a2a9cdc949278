"""One list is put in many times.

fails: cut_windows-values cut_windows-one
message: last window again and again
"""

# %% cut_windows
def cut_windows(series, timesteps):
    window = list(series[:timesteps])
    windows = [window]
    for value in series[timesteps:]:
        window.pop(0)
        window.append(value)
        windows.append(window)
    return np.array(windows)[..., None]
