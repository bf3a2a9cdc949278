"""The state is given the shape of the output.

fails: rnn_output_shapes-both
message: gives the last state a time axis; it has none
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, output] if return_state else [output]
