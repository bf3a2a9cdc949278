"""A rest is refused, not dropped.

fails: cut_for_stateful-check cut_for_stateful-rest
message: drop what is left over
"""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n, rest = divmod(len(series), batch * timesteps)
    if n == 0 or rest:
        raise ValueError
    return series.reshape(batch, n, timesteps, -1).swapaxes(0, 1)
