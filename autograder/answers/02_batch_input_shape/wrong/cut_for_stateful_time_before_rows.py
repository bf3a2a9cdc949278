"""The time axis stands before the rows.

fails: cut_for_stateful-check cut_for_stateful-rows
message: time axis before the rows
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.transpose(1, 2, 0, 3)
