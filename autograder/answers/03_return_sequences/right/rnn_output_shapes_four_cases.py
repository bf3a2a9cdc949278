"""The four cases one by one."""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences and return_state:
        return [(batch, timesteps, units), (batch, units)]
    if return_sequences:
        return [(batch, timesteps, units)]
    if return_state:
        return [(batch, units), (batch, units)]
    return [(batch, units)]
