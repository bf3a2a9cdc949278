"""Each window is the first one.

fails: cut_windows-values cut_windows-one
message: first window again
"""

# %% cut_windows
def cut_windows(series, timesteps):
    return np.array([series[:timesteps] for i in range(len(series) - timesteps + 1)])[..., None]
