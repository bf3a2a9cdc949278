"""np.split into no parts raises another error.

fails: cut_for_stateful-short
message: ZeroDivisionError
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    rows = np.split(series[:n * batch * timesteps], batch)
    return np.stack(np.split(np.stack(rows), n, axis=1))
