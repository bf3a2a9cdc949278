"""The batch is doubled: each sentence is read twice.

fails: bi_shape-batch
message: twice the batch
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    batch = batch and 2 * batch
    return (batch, timesteps, width) if return_sequences else (batch, width)
