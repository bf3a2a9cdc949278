"""One window too many, rolled over.

fails: cut_windows-values cut_windows-one
message: one window too many
"""

# %% cut_windows
def cut_windows(series, timesteps):
    n = len(series) - timesteps + 2
    return np.array([np.roll(series, -i)[:timesteps] for i in range(n)])[..., None]
