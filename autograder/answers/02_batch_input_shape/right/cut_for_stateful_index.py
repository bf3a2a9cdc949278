"""An array of positions."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    position = np.arange(n * batch * timesteps).reshape(batch, n, timesteps).transpose(1, 0, 2)
    return series[position]
