"""An unknown batch is taken for 1.

fails: bi_shape-batch
message: the first axis is 1
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    batch = batch or 1
    return (batch, timesteps, width) if return_sequences else (batch, width)
