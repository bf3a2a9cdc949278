"""Windows that reach over the end and begin anew.

fails: cut_windows-values cut_windows-one
message: filled up from the beginning
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([np.roll(series, -i)[:timesteps] for i in range(len(series))])[..., None]
