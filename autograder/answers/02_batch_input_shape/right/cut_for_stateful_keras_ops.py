"""reshape and transpose of keras.ops."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n < 1:
        raise ValueError("short")
    x = keras.ops.reshape(series[:n * batch * timesteps], (batch, n, timesteps, series.shape[-1]))
    return keras.ops.transpose(x, (1, 0, 2, 3))
