"""The rest is not dropped, and the reshape fails.

fails: cut_for_stateful-check cut_for_stateful-rest
message: stopped with ValueError
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)
