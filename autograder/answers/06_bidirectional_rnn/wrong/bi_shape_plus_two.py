"""Two units more instead of twice the units.

fails: bi_shape-width
message: not right
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = units + 2 if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else (batch, width)
