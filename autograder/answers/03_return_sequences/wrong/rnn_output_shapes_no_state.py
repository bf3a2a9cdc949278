"""return_state is ignored.

fails: rnn_output_shapes-state rnn_output_shapes-both
message: lacks the state
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]
