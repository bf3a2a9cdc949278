"""sum is taken for concat.

fails: bi_shape-width
message: is doubled
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode in ("concat", "sum") else units
    return (batch, timesteps, width) if return_sequences else (batch, width)
