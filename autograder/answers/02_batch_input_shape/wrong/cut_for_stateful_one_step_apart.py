"""Rows that begin one step apart.

fails: cut_for_stateful-check cut_for_stateful-rows
message: one step apart
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n == 0:
        raise ValueError
    return np.stack([[series[r + c * timesteps: r + (c + 1) * timesteps] for r in range(batch)] for c in range(n)])
