"""The two states of a vector are not merged.

fails: bi_shape-time bi_shape-width
message: axis of length 2
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    if not return_sequences:
        return batch, 2, units
    return batch, timesteps, 2 * units if merge_mode == "concat" else units
