"""A number instead of a shape for a vector.

fails: bi_shape-width bi_shape-time bi_shape-batch
message: A shape is a tuple
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = 2 * units if merge_mode == "concat" else units
    return (batch, timesteps, width) if return_sequences else width
