"""The last state comes first.

fails: rnn_output_shapes-both
message: last state first
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = []
    if return_state:
        shapes.append((batch, units))
    shapes.append((batch, timesteps, units) if return_sequences else (batch, units))
    return shapes
