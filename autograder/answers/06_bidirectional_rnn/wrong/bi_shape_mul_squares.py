"""mul is thought to multiply the units.

fails: bi_shape-width
message: square of the units
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = {"concat": 2 * units, "mul": units * units}.get(merge_mode, units)
    return (batch, timesteps, width) if return_sequences else (batch, width)
