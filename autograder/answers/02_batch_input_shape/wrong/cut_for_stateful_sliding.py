"""Windows that overlap, as in notebook 1.

fails: cut_for_stateful-check cut_for_stateful-rows
message: shape
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    windows = np.stack([series[i:i + timesteps] for i in range(n * batch)])
    return windows.reshape(batch, n, timesteps, -1).swapaxes(0, 1)
