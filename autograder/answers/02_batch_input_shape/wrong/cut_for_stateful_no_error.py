"""A series too short gives an empty array.

fails: cut_for_stateful-short
message: no ValueError
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)
