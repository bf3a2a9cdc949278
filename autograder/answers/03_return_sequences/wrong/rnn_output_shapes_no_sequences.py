"""return_sequences is ignored.

fails: rnn_output_shapes-output rnn_output_shapes-both
message: all states are returned
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    shapes = [(batch, units)]
    if return_state:
        shapes = shapes * 2
    return shapes
