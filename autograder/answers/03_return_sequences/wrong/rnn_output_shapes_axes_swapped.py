"""Time steps and hidden size in the wrong order.

fails: rnn_output_shapes-output rnn_output_shapes-both
message: wrong order
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, units, timesteps) if return_sequences else state
    return [output, state] if return_state else [output]
