"""The series is cut into rows first, and each row drops its own rest.

fails: cut_for_stateful-rest
message: end of each row
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    length = len(series) // batch
    rows = series[:batch * length].reshape(batch, length, -1)[:, :n * timesteps]
    rows = rows.reshape(batch, n, timesteps, -1)
    return rows.swapaxes(0, 1)
