"""moveaxis, float32 and a copy."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    series = np.array(series, dtype="float32")
    n, _ = divmod(len(series), batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    rows = np.resize(series, (batch * n * timesteps, series.shape[-1]))
    return np.ascontiguousarray(np.moveaxis(rows.reshape((batch, n, timesteps, -1)), 1, 0))
