"""One shape is returned bare, not in a list.

fails: rnn_output_shapes-output
message: a list of shapes is asked for
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    if return_state:
        return [output, (batch, units)]
    return output
