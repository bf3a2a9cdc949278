"""Two states, as an LSTM has them.

fails: rnn_output_shapes-state rnn_output_shapes-both
message: keeps one state
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, units)
    output = (batch, timesteps, units) if return_sequences else state
    return [output, state, state] if return_state else [output]
