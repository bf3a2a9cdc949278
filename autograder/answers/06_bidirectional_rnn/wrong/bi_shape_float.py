"""Twice the units as a float.

fails: bi_shape-width bi_shape-time bi_shape-batch
message: a float
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = units * (2.0 if merge_mode == "concat" else 1.0)
    return (batch, timesteps, width) if return_sequences else (batch, width)
