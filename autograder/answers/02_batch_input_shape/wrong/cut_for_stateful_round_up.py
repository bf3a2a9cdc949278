"""The number of chunks is rounded, not cut off.

fails: cut_for_stateful-rest
message: drop what is left over
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = round(len(series) / (batch * timesteps))
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)
