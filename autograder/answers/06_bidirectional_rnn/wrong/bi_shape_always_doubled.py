"""Doubled for every merge mode.

fails: bi_shape-width
message: is doubled
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    return (batch, timesteps, 2 * units) if return_sequences else (batch, 2 * units)
