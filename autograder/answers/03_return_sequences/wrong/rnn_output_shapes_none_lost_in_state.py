"""An unknown batch is left out of the state.

fails: rnn_output_shapes-unknown
message: return_state=True
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units) if batch is not None else (units,)
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, state] if return_state else [output]
