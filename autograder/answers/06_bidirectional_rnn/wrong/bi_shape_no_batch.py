"""The batch axis is left out.

fails: bi_shape-time bi_shape-batch
message: batch axis is missing
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (timesteps, width) if return_sequences else (width,)
