"""The last state, as output, keeps a time axis of 1.

fails: rnn_output_shapes-output rnn_output_shapes-state
message: has a time axis of 1
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps if return_sequences else 1, units)
    return [output, (batch, units)] if return_state else [output]
