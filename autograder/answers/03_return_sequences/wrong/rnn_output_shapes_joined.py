"""The shapes are put together into one tuple.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
message: two shapes put together
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shape = (batch, timesteps, units) if return_sequences else (batch, units)
    if return_state:
        shape += (batch, units)
    return shape
