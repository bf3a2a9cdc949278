"""The rows are in reverse order.

fails: cut_for_stateful-check cut_for_stateful-rows
message: rows in reverse
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows[::-1].swapaxes(0, 1)
