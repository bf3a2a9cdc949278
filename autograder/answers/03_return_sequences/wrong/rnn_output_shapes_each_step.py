"""A shape for each time step.

fails: rnn_output_shapes-output rnn_output_shapes-both
message: a shape for each time step
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, units)]
    if return_sequences:
        shapes = shapes * timesteps
    elif return_state:
        shapes = shapes * 2
    return shapes
