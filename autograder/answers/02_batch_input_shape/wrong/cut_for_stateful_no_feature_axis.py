"""The axis of the input dimension is lost.

fails: cut_for_stateful-check cut_for_stateful-rows
message: lost the axis
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = used.reshape(batch, n, timesteps, series.shape[1])
    return rows.swapaxes(0, 1)[..., 0]
