"""Shapes read from arrays of zeros, which need a known batch.

fails: rnn_output_shapes-unknown
message: your code stopped
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    states = np.zeros((batch, timesteps, units))
    output = states if return_sequences else states[:, -1]
    return [output.shape, states[:, -1].shape] if return_state else [output.shape]
