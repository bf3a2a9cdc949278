"""units taken for time steps: the last axis has the size of the time steps.

fails: rnn_output_shapes-output rnn_output_shapes-state rnn_output_shapes-both
message: the time steps for the hidden size
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    state = (batch, timesteps)
    output = (batch, units, timesteps) if return_sequences else state
    return [output, state] if return_state else [output]
