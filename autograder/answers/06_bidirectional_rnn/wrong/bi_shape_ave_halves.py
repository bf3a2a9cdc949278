"""The average is thought to halve the units.

fails: bi_shape-width
message: half the units
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = {"concat": 2 * units, "ave": units // 2}.get(merge_mode, units)
    return (batch, timesteps, width) if return_sequences else (batch, width)
