"""The batch of the worked cell.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
message: which is not right
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (8, units)
    output = (8, timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]
