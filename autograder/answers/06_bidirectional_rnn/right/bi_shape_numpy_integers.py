"""NumPy integers."""

# %% bi_shape
def bi_shape(batch, timesteps, units, merge_mode, return_sequences):
    width = np.int64(units) * np.array([1, 2])[int(merge_mode == "concat")]
    if return_sequences is True:
        return (batch, np.int32(timesteps), width)
    return (batch, width)
