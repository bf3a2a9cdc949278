"""The time axis is dropped where there is one time step.

fails: rnn_output_shapes-output
message: no time axis, but all states
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences and timesteps > 1 else state
    return [output, state] if return_state else [output]
