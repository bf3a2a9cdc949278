"""A plain reshape to the wanted shape.

fails: cut_for_stateful-check cut_for_stateful-rows
message: plain reshape
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    return used.reshape(n, batch, timesteps, series.shape[1])
