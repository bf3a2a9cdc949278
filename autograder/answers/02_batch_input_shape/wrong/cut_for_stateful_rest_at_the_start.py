"""The start of the series is dropped, not its end.

fails: cut_for_stateful-check cut_for_stateful-rest
message: start of the series
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[len(series) - n * batch * timesteps:]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)
