"""return_state thought to replace the output.

fails: rnn_output_shapes-state rnn_output_shapes-both
message: lacks
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_state:
        return [(batch, units)]
    if return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]
