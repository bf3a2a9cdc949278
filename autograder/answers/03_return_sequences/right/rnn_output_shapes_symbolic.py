"""The layer is called on a tensor without values."""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    x = keras.Input(batch_shape=(batch, timesteps, 2))
    layer = keras.layers.SimpleRNN(units, return_sequences=return_sequences, return_state=return_state)
    returned = layer(x)
    return [each.shape for each in (returned if isinstance(returned, (list, tuple)) else [returned])]
