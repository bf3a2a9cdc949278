"""The list is a default argument and grows with each call.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both rnn_output_shapes-unknown
message: which is not right
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state, shapes=[]):
    shapes.append((batch, timesteps, units) if return_sequences else (batch, units))
    if return_state:
        shapes.append((batch, units))
    return shapes
