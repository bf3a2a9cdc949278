"""One state for the whole batch.

fails: rnn_output_shapes-state rnn_output_shapes-both
message: state without the batch
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output, (units,)] if return_state else [output]
