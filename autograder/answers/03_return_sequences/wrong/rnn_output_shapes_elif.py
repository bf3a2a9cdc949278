"""The two flags thought to exclude each other: return_sequences wins.

fails: rnn_output_shapes-both
message: lacks the state
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_sequences:
        return [(batch, timesteps, units)]
    elif return_state:
        return [(batch, units), (batch, units)]
    else:
        return [(batch, units)]
