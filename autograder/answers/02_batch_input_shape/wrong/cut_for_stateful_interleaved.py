"""Row i takes every B-th step.

fails: cut_for_stateful-check cut_for_stateful-rows
message: every B-th step
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError("too short")
    used = series[:n * batch * timesteps]
    rows = np.stack([used[i::batch] for i in range(batch)])
    return rows.reshape(batch, n, timesteps, -1).swapaxes(0, 1)
