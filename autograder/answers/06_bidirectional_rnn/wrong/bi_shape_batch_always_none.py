"""The batch axis is always None.

fails: bi_shape-batch
message: although the batch size was given
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (None, timesteps, width) if return_sequences else (None, width)
