"""A batch of None is replaced by 1.

fails: rnn_output_shapes-unknown
message: 1 where the batch is None
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    batch = batch or 1
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]
