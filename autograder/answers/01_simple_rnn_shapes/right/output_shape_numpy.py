"""NumPy integers where the batch is known."""

# %% output_shape
def output_shape(batch, timesteps, input_dim, units):
    if batch is None:
        return (None, np.int64(units))
    return tuple(np.array([batch, units]))
