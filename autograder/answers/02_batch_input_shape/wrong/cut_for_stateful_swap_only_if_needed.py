"""The axes are swapped only where the shape shows it; wrong where n equals B.

fails: cut_for_stateful-check cut_for_stateful-rows
message: plain reshape
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    if rows.shape[0] == n:
        return rows
    return rows.swapaxes(0, 1)
