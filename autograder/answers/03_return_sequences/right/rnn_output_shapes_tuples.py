"""A tuple of lists, sizes as NumPy integers."""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    timesteps, units = np.int64(timesteps), np.int32(units)
    middle = [timesteps] * int(return_sequences)
    shapes = ([batch, *middle, units], [batch, units])
    return shapes[: 1 + return_state]
