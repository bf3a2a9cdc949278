"""A table of widths."""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    widths = {"concat": units + units, "sum": units, "mul": units, "ave": units}
    middle = (timesteps,) * bool(return_sequences)
    return (batch, *middle, widths[merge_mode])
