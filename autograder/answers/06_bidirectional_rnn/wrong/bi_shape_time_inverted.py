"""The condition is the wrong way round.

fails: bi_shape-time
message: time axis is lost
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, width) if return_sequences else (batch, timesteps, width)
