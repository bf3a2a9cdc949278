"""The last chunk is filled up with zeros.

fails: cut_for_stateful-check cut_for_stateful-rest cut_for_stateful-short
message: with zeros
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = -(-len(series) // (batch * timesteps))
    filled = np.zeros((n * batch * timesteps, series.shape[1]))
    filled[:len(series)] = series
    return filled.reshape(batch, n, timesteps, -1).swapaxes(0, 1)
