"""The last windows are filled up with zeros.

fails: cut_windows-values cut_windows-one
message: filled up with zeros
"""

# %% cut_windows
def cut_windows(series, timesteps):
    long = np.concatenate([series, np.zeros(timesteps)])
    return np.array([long[i:i + timesteps] for i in range(len(series))])[..., None]
