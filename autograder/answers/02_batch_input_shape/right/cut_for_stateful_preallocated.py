"""A preallocated array, filled row by row; prints."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    per_chunk = batch * timesteps
    if len(series) < per_chunk:
        raise ValueError("too short")
    n = len(series) // per_chunk
    print("chunks:", n)
    out = np.empty((n, batch, timesteps, series.shape[1]))
    for i in range(batch):
        row = series[i * n * timesteps:(i + 1) * n * timesteps]
        out[:, i] = row.reshape(n, timesteps, -1)
    return out
