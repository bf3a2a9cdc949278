"""The time axis before the batch axis.

fails: bi_shape-time bi_shape-batch
message: number of time steps
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (timesteps, batch, width) if return_sequences else (batch, width)
