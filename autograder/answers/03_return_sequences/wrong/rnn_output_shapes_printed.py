"""The list is printed, not returned.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
message: is None
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    print([output, state] if return_state else [output])
