"""The state keeps a time axis of 1.

fails: rnn_output_shapes-state rnn_output_shapes-both
message: a time axis of 1
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, (batch, 1, units)] if return_state else [output]
