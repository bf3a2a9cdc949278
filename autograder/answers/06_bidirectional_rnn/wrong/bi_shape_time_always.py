"""The time axis is always there.

fails: bi_shape-time
message: one vector for each sentence
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return batch, timesteps, width
