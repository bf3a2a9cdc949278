"""Asked of the Keras layer itself."""

# %% rnn_output_shapes
def rnn_output_shapes(batch, timesteps, units, return_sequences, return_state):
    layer = keras.layers.SimpleRNN(units, return_sequences=return_sequences, return_state=return_state)
    result = layer(keras.Input(batch_shape=(batch, timesteps, 1)))
    tensors = result if isinstance(result, (list, tuple)) else [result]
    return [tuple(tensor.shape) for tensor in tensors]
