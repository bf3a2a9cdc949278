"""Strings are compared with `is`.

fails: bi_shape-width
message: one direction
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode is "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, width)
