"""The input dimension is taken to be 1.

fails: cut_for_stateful-rows
message: stopped with ValueError
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, 1)
    return rows.swapaxes(0, 1)
