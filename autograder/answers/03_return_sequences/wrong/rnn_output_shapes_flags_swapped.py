"""The two flags are taken in the other order.

fails: rnn_output_shapes-output rnn_output_shapes-state
message: two arguments were swapped
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    return_sequences, return_state = return_state, return_sequences
    output = (batch, timesteps, units) if return_sequences else (batch, units)
    return [output] + [(batch, units)] * return_state
