"""A batch of None is left out of the shape.

fails: rnn_output_shapes-unknown
message: None stands for the batch
"""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    front = () if batch is None else (batch,)
    state = front + (units,)
    output = front + (timesteps, units) if return_sequences else state
    return [output, state] if return_state else [output]
