"""A time axis of length 1 for a vector.

fails: bi_shape-time
message: axis of length 1
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, 1, width)
