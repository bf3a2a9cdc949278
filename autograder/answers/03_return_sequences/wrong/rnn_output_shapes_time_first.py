"""The time steps come before the batch.

fails: rnn_output_shapes-output rnn_output_shapes-both
message: time steps before the batch
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (timesteps, batch, units) if return_sequences else state
    return [output, state] if return_state else [output]
