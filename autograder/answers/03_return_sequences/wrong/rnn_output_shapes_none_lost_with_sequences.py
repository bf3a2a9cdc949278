"""An unknown batch is left out, but only where all states are returned.

fails: rnn_output_shapes-unknown
message: return_sequences=True
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = state
    if return_sequences:
        output = (batch, timesteps, units) if batch else (timesteps, units)
    return [output, state] if return_state else [output]
