"""Doubled only where all time steps are returned.

fails: bi_shape-width
message: one direction
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    if not return_sequences:
        return batch, units
    return batch, timesteps, 2 * units if merge_mode == "concat" else units
