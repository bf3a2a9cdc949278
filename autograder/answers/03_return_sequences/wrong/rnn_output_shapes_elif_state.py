"""The two flags thought to exclude each other: return_state wins.

fails: rnn_output_shapes-both
message: no time axis in the usual output
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    if return_state:
        return [(batch, units), (batch, units)]
    elif return_sequences:
        return [(batch, timesteps, units)]
    return [(batch, units)]
