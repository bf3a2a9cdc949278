"""All states are always given.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
message: only the last state is returned
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, timesteps, units)]
    if return_state:
        shapes.append((batch, timesteps, units))
    return shapes
