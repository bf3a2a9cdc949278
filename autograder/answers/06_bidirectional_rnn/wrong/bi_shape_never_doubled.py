"""The units of one direction, whatever the mode.

fails: bi_shape-width
message: one direction
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    return (batch, timesteps, units) if return_sequences else (batch, units)
