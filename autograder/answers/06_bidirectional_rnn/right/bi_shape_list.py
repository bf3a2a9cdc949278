"""A list that is built up."""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    shape = [batch]
    if return_sequences:
        shape.append(timesteps)
    shape += [units * (1 + (merge_mode == "concat"))]
    return shape
