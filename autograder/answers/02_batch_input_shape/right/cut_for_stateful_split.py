"""np.split twice."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = series.shape[0] // batch // timesteps
    if not n:
        raise ValueError(f"{series.shape} fills no chunk")
    rows = np.split(series[:batch * n * timesteps], batch)
    return np.stack([np.split(row, n) for row in rows], axis=1)
