"""A loop, float32."""

# %% cut_windows
def cut_windows(series, timesteps):
    windows = []
    first = 0
    while first + timesteps <= len(series):
        windows.append(series[first:first + timesteps])
        first += 1
    print(len(windows), 'windows')
    return np.array(windows, dtype='float32').reshape(len(windows), timesteps, 1)
