"""The halves are thought to follow each other in time.

fails: bi_shape-width bi_shape-time
message: twice the time steps
"""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    steps = 2 * timesteps if merge_mode == "concat" else timesteps
    return (batch, steps, units) if return_sequences else (batch, 2 * units if merge_mode == "concat" else units)
